/*
sgx: who reaches which page of an enclave, while the operating system maps, evicts, reloads and removes as
it likes. Written from the manual's access check and the leaves that enter, leave and move pages.

A step is whole, and only steps that are done are events: a refusal is the absence of one. The operating
system chooses at each access where the address leads; there are no page tables to write.

Left out: how enclaves are built (the start has finished ones; what EADD makes of a TCS is a guard all
the same), contents, registers, measurement, attributes, keys, EDBGRD, devices, ELDB, SECS and version
arrays that are evicted. There is one version array with one slot, and one evicted page is kept. A TCS
has one frame of save area. All enclaves have the same addresses.

Epochs are told by age: a page is blocked, was blocked one ETRACK ago, or longer ago; a processor
entered before the last ETRACK of its enclave, or after it.

Bounds. The longest break is a rollback: two blocks, an ETRACK, an eviction, a load, another eviction, and
the load of the old page, seven events and eight states; its check has 13 states. Five frames are an enclave
of three pages, the version array and a free one. A translation is stale after five events; that check
has seven states. What an access reaches shows at the second event; those checks have six states and two
enclaves.
*/
module sgx

-- 1. The guards: rules that a run may take away.

abstract sig Guard {}
one sig AbortPage, NoFetchOutsideElrange, ElrangeMustBeEpc, PageTypeCheck, BlockedStopsFill,
  EpcmOwnerCheck, EpcmAddressCheck, EpcmPermissionCheck, TcsPermissionsForcedOff, TlbFlushedOnExit,
  TlbFlushedOnEntry, EntryTcsBlocked, EntrySsaBlocked, SsaPageOwn, TcsNotActive, BlockedBeforeEvict,
  TrackedBeforeEvict, EnclaveActOnRemove, ChildPresent, MacBindsOwnerAndAddress, VersionArray,
  SlotClearedOnLoad, RightsRestoredOnLoad extends Guard {}
one sig Rules { gone: set Guard }
pred away[gs: set Guard] { Rules.gone = gs }
pred kept[g: Guard] { g not in Rules.gone }

-- 2. Pages, addresses, processors

abstract sig Use {}
one sig Read, Write, Fetch extends Use {}
abstract sig Type {}
one sig Secs, Tcs, Reg, Va extends Type {}
abstract sig Address {}
one sig Outside, ThreadAt, SavedAt extends Address {}
sig DataAt extends Address {}
fun elrange: set Address { Address - Outside }

-- Of a frame of the EPC, the EPCM: without a type it is not valid.
abstract sig Frame { var type: set Type, var secs: set Epc, var at: set Address, var can: set Use }
one sig Ram extends Frame {}
sig Epc extends Frame {}
var sig Blocked in Epc {}
var sig Once in Epc {}
var sig Longer in Epc {}
-- Of a TCS: a processor runs it; its frame of save area is in use.
var sig Active in Epc {}
var sig Saved in Epc {}

abstract sig Party {}
one sig Os extends Party {}
-- The enclave that it runs, by its SECS; the TCS and save area it keeps; translations and their rights.
sig Processor extends Party {
  var runs: set Epc, var thread: set Epc, var area: set Epc,
  var tlb: Address -> Frame, var may: Address -> Use
}
var sig Old in Processor {}

-- What was evicted and is kept, and the slot: full, with the version of what is kept.
one sig Memory { var kept_type: set Type, var kept_secs: set Epc, var kept_at: set Address, var kept_can: set Use }
var sig KeptActive in Memory {}
var sig KeptSaved in Memory {}
var sig Latest in Memory {}
var sig Full in Memory {}
var sig Matches in Memory {}

-- 3. The access check

pred inside[p: Processor, a: Address] { some p.runs and a in elrange }
pred passes_epcm[p: Processor, u: Use, a: Address, f: Frame] {
  some f.type
  kept[PageTypeCheck] implies f.type = Reg
  kept[BlockedStopsFill] implies f not in Blocked
  kept[EpcmOwnerCheck] implies f.secs = p.runs
  kept[EpcmAddressCheck] implies f.at = a
  kept[EpcmPermissionCheck] implies u in f.can
}
pred passes[p: Processor, u: Use, a: Address, f: Frame] {
  inside[p, a] and f in Ram implies not kept[ElrangeMustBeEpc]
  inside[p, a] and f in Epc implies passes_epcm[p, u, a, f]
  not inside[p, a] implies {
    some p.runs and u = Fetch implies not kept[NoFetchOutsideElrange]
    f in Epc implies not kept[AbortPage]
  }
}

-- 4. The steps

abstract sig Call {}
one sig Access, Enter, Resume, Exit, Interrupt, Block, Track, Evict, Drop, Load, Remove extends Call {}
-- Who does what with which page; a second frame: the save area, or the SECS of a load.
one sig Now {
  var who: set Party, var what: set Call, var page: set Frame, var second: set Frame,
  var la: set Address, var use: set Use
}

pred epcm_stays { type' = type and secs' = secs and at' = at and can' = can }
pred blocks_stay { Blocked' = Blocked and Once' = Once and Longer' = Longer }
pred tcs_stay { Active' = Active and Saved' = Saved }
pred modes_stay { runs' = runs and thread' = thread and area' = area and Old' = Old }
pred tlbs_stay { tlb' = tlb and may' = may }
pred memory_stays {
  kept_type' = kept_type and kept_secs' = kept_secs and kept_at' = kept_at and kept_can' = kept_can
  KeptActive' = KeptActive and KeptSaved' = KeptSaved and Latest' = Latest
}
pred slot_stays { Full' = Full and Matches' = Matches }
pred pages_stay { epcm_stays and blocks_stay and memory_stays and slot_stays }

-- A translation that is kept and has the right is used, whatever the walk would say.
pred access[p: Processor, u: Use, a: Address, f: Frame] {
  pages_stay and tcs_stay and modes_stay
  u in p.may[a] and some p.tlb[a] implies (f = p.tlb[a] and tlbs_stay) else {
    passes[p, u, a, f]
    a in elrange implies {
      tlb' = tlb - p -> a -> Frame + p -> a -> f
      may' = may - p -> a -> Use + p -> a -> (inside[p, a] and f in Epc => f.can + u else Use)
    } else tlbs_stay
  }
}

pred own_area[s, t: Frame] {
  s.type = Reg and s.secs = t.secs and s.at = SavedAt and Read + Write in s.can
}
pred enter[p: Processor, t, s: Frame, resumes: set Saved] {
  no p.runs and t in Epc and t.type = Tcs and t.at = ThreadAt and t.secs.type = Secs
  kept[EntryTcsBlocked] implies t not in Blocked
  s in Epc and some s.type
  kept[EntrySsaBlocked] implies s not in Blocked
  kept[SsaPageOwn] implies own_area[s, t]
  kept[TcsNotActive] implies t not in Active
  runs' = runs + p -> t.secs and thread' = thread + p -> t and area' = area + p -> s
  Old' = Old and Active' = Active + t and Saved' = Saved - resumes
  tlb' = (kept[TlbFlushedOnEntry] => tlb - p -> Address -> Frame else tlb)
  may' = (kept[TlbFlushedOnEntry] => may - p -> Address -> Use else may)
  pages_stay
}
pred leave[p: Processor] {
  some p.runs
  runs' = runs - p -> Epc and thread' = thread - p -> Epc and area' = area - p -> Epc
  Old' = Old - p and Active' = Active - p.thread
  tlb' = (kept[TlbFlushedOnExit] => tlb - p -> Address -> Frame else tlb)
  may' = (kept[TlbFlushedOnExit] => may - p -> Address -> Use else may)
  pages_stay
}

pred block[f: Frame] {
  f in Epc and f.type in Reg + Tcs and some f.type and f not in Blocked
  Blocked' = Blocked + f and Once' = Once and Longer' = Longer
  epcm_stays and tcs_stay and modes_stay and tlbs_stay and memory_stays and slot_stays
}
pred track[s: Frame] {
  s.type = Secs and no Old & runs.s
  Old' = Old + runs.s and runs' = runs and thread' = thread and area' = area
  let its = secs.s & Blocked {
    Longer' = Longer + (its & Once)
    Once' = Once - its + (its - Once - Longer)
  }
  Blocked' = Blocked
  epcm_stays and tcs_stay and tlbs_stay and memory_stays and slot_stays
}

-- A page leaves the EPC.
pred gone[f: Frame] {
  type' = type - f -> Type and secs' = secs - f -> Epc and at' = at - f -> Address and can' = can - f -> Use
  Blocked' = Blocked - f and Once' = Once - f and Longer' = Longer - f
  Active' = Active - f and Saved' = Saved - f
  modes_stay and tlbs_stay
}
pred may_leave[f: Frame] {
  f in Epc and f.type in Reg + Tcs and some f.type
  kept[BlockedBeforeEvict] implies f in Blocked
  kept[TrackedBeforeEvict] and f in Blocked implies
    (f in Longer or f in Once and no Old & runs.(f.secs))
}
pred evict[f: Frame] {
  may_leave[f] and gone[f]
  Memory.kept_type' = f.type and Memory.kept_secs' = f.secs
  Memory.kept_at' = f.at and Memory.kept_can' = f.can
  some KeptActive' iff f in Active
  some KeptSaved' iff f in Saved
  some Latest' and some Full' and some Matches'
}
-- As evict, but nobody keeps what is written out.
pred drop[f: Frame] {
  may_leave[f] and gone[f]
  kept_type' = kept_type and kept_secs' = kept_secs and kept_at' = kept_at and kept_can' = kept_can
  KeptActive' = KeptActive and KeptSaved' = KeptSaved
  let same = Memory.kept_type = f.type and Memory.kept_secs = f.secs and Memory.kept_at = f.at |
    Latest' = (same => none else Latest)
  some Full' and no Matches'
}
pred load[f, s: Frame, a: Address] {
  f in Epc and no f.type and s.type = Secs and some Memory.kept_type
  kept[MacBindsOwnerAndAddress] implies (s = Memory.kept_secs and a = Memory.kept_at)
  some Full
  kept[VersionArray] implies some Matches
  type' = type + f -> Memory.kept_type and secs' = secs + f -> s and at' = at + f -> a
  can' = can + f -> (kept[RightsRestoredOnLoad] => Memory.kept_can else Use)
  Active' = (some KeptActive => Active + f else Active)
  Saved' = (some KeptSaved => Saved + f else Saved)
  blocks_stay and modes_stay and tlbs_stay
  kept_type' = kept_type and kept_secs' = kept_secs and kept_at' = kept_at and kept_can' = kept_can
  KeptActive' = KeptActive and KeptSaved' = KeptSaved and no Latest'
  kept[SlotClearedOnLoad] implies (no Full' and no Matches') else slot_stays
}
pred remove[f: Frame] {
  f in Epc and some f.type and f.type != Va
  kept[ChildPresent] and f.type = Secs implies no secs.f
  kept[EnclaveActOnRemove] and some f.secs implies no runs.(f.secs)
  gone[f] and memory_stays and slot_stays
}
pred idle { pages_stay and tcs_stay and modes_stay and tlbs_stay }

pred called {
  let p = Now.who & Processor, f = Now.page, s = Now.second {
    Now.what in Access + Enter + Resume + Exit + Interrupt iff some p
    Now.what = Access implies (access[p, Now.use, Now.la, f] and no s)
    Now.what = Enter implies (enter[p, f, s, none] and f not in Saved)
    Now.what = Resume implies (enter[p, f, s, f] and f in Saved)
    Now.what = Exit implies (leave[p] and Saved' = Saved)
    Now.what = Interrupt implies (leave[p] and Saved' = Saved + (p.thread & type.Tcs))
    Now.what = Block implies block[f]
    Now.what = Track implies track[f]
    Now.what = Evict implies evict[f]
    Now.what = Drop implies drop[f]
    Now.what = Load implies load[f, s, Now.la]
    Now.what = Remove implies remove[f]
  }
  Now.what in Exit + Interrupt iff no Now.page
  lone Now.page and lone Now.second and lone Now.la and lone Now.use
  some Now.second iff Now.what in Enter + Resume + Load
  some Now.la iff Now.what in Access + Load
  some Now.use iff Now.what = Access
}

-- 5. The start: enclaves that are finished, a version array, frames that are free.
pred enclave[s: Epc] {
  one (secs.s & type.Tcs) and (secs.s & type.Tcs).at = ThreadAt
  one (secs.s & at.SavedAt) and (secs.s & at.SavedAt).can = Read + Write
  all disj f, g: secs.s | f.at != g.at
  all f: secs.s | f.type = Tcs iff f.at = ThreadAt
  no s.secs and no s.at and no s.can
}
fact start {
  no Ram.type and no Ram.secs and no Ram.at and no Ram.can
  all f: Epc | lone f.type and lone f.secs and lone f.at
  one type.Va and no (type.Va).secs and no (type.Va).at and no (type.Va).can
  all f: Epc | no f.type implies (no f.secs and no f.at and no f.can)
  all f: type.Reg + type.Tcs | one f.secs and f.secs.type = Secs and one f.at and f.at in elrange
  all s: type.Secs | enclave[s]
  all f: type.Reg | Write in f.can implies Read in f.can
  kept[TcsPermissionsForcedOff] implies no (type.Tcs).can
  no Blocked and no Once and no Longer and no Active and no Saved and no Old
  no runs and no thread and no area and no tlb and no may
  no kept_type and no kept_secs and no kept_at and no kept_can
  no KeptActive and no KeptSaved and no Latest and no Full and no Matches
}
fact trace {
  always (lone Now.who and lone Now.what and (one Now.who iff one Now.what))
  always (some Now.who implies called)
  always (no Now.who implies idle and no Now.page and no Now.second and no Now.la and no Now.use
    and after no Now.who)
}

-- 6. The claims. Each is a predicate with the claim's name; after it, the claim with every guard in
-- place, a witness that what it speaks of can happen, and the claim again without each of its guards.

fun runner: set Epc { Now.who.runs }
pred reads_inside { Now.what = Access and some runner and Now.la in elrange }

-- sgx/outside-cannot-read: nobody reaches a page of the EPC that is not his.
pred outside_cannot_read {
  always (Now.what = Access and Now.page in Epc and some Now.page.type implies
    (some runner and Now.page.secs = runner))
}
outside_cannot_read: check { away[none] implies outside_cannot_read }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 0
outside_cannot_read_witness: run { away[none] and eventually reads_inside }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1
outside_cannot_read_without_AbortPage: check { away[AbortPage] implies outside_cannot_read }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1
outside_cannot_read_without_EpcmOwnerCheck: check { away[EpcmOwnerCheck] implies outside_cannot_read }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1

-- sgx/inside-can-read-outside: an enclave reads and writes ordinary memory, and executes none of it.
pred inside_can_read_outside {
  always (Now.what = Access and some runner and Now.la = Outside implies Now.use != Fetch)
  always all p: Processor, u: Read + Write | some p.runs implies passes[p, u, Outside, Ram]
}
inside_can_read_outside: check { away[none] implies inside_can_read_outside }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 0
inside_can_read_outside_witness: run { away[none] and eventually (Now.what = Access and some runner and Now.la = Outside) }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1
inside_can_read_outside_without_NoFetchOutsideElrange: check { away[NoFetchOutsideElrange] implies inside_can_read_outside }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1

-- sgx/mapping-cannot-lie: what an enclave reaches at its addresses is what the EPCM says.
pred mapping_cannot_lie {
  always (reads_inside implies {
    Now.page in Epc and Now.page.type = Reg and Now.page.secs = runner
    Now.page.at = Now.la and Now.use in Now.page.can
  })
}
mapping_cannot_lie: check { away[none] implies mapping_cannot_lie }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 0
mapping_cannot_lie_witness: run { away[none] and eventually reads_inside }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1
mapping_cannot_lie_without_EpcmAddressCheck: check { away[EpcmAddressCheck] implies mapping_cannot_lie }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1
mapping_cannot_lie_without_EpcmOwnerCheck: check { away[EpcmOwnerCheck] implies mapping_cannot_lie }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1
mapping_cannot_lie_without_EpcmPermissionCheck: check { away[EpcmPermissionCheck] implies mapping_cannot_lie }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1
mapping_cannot_lie_without_ElrangeMustBeEpc: check { away[ElrangeMustBeEpc] implies mapping_cannot_lie }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1
-- Either of the two is enough.
mapping_cannot_lie_without_PageTypeCheck: check { away[PageTypeCheck] implies mapping_cannot_lie }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 0
mapping_cannot_lie_without_PageTypeCheck_TcsPermissionsForcedOff: check { away[PageTypeCheck + TcsPermissionsForcedOff] implies mapping_cannot_lie }
  for 7 Epc, 0 DataAt, 1 Processor, 6 steps expect 1

-- sgx/no-stale-translation: what a processor keeps of an enclave is still there.
pred no_stale_translation {
  always all p: Processor | some p.runs implies {
    p.runs.type = Secs
    p.thread.type = Tcs and p.thread.secs = p.runs
    p.area.type = Reg and p.area.secs = p.runs
    all a: Address, f: p.tlb[a] & Epc | f.type = Reg and f.secs = p.runs and f.at = a
  }
}
no_stale_translation: check { away[none] implies no_stale_translation }
  for 5 Epc, 1 DataAt, 1 Processor, 7 steps expect 0
no_stale_translation_witness: run { away[none] and eventually (Now.what in Evict + Remove and some runs) }
  for 5 Epc, 1 DataAt, 1 Processor, 7 steps expect 1
no_stale_translation_without_BlockedBeforeEvict: check { away[BlockedBeforeEvict] implies no_stale_translation }
  for 5 Epc, 1 DataAt, 1 Processor, 7 steps expect 1
no_stale_translation_without_BlockedStopsFill: check { away[BlockedStopsFill] implies no_stale_translation }
  for 5 Epc, 1 DataAt, 1 Processor, 7 steps expect 1
no_stale_translation_without_TrackedBeforeEvict: check { away[TrackedBeforeEvict] implies no_stale_translation }
  for 5 Epc, 1 DataAt, 1 Processor, 7 steps expect 1
no_stale_translation_without_EnclaveActOnRemove: check { away[EnclaveActOnRemove] implies no_stale_translation }
  for 5 Epc, 1 DataAt, 1 Processor, 7 steps expect 1
no_stale_translation_without_ChildPresent: check { away[ChildPresent] implies no_stale_translation }
  for 5 Epc, 1 DataAt, 1 Processor, 7 steps expect 1
no_stale_translation_without_EntryTcsBlocked: check { away[EntryTcsBlocked] implies no_stale_translation }
  for 5 Epc, 1 DataAt, 1 Processor, 7 steps expect 1
no_stale_translation_without_EntrySsaBlocked: check { away[EntrySsaBlocked] implies no_stale_translation }
  for 5 Epc, 1 DataAt, 1 Processor, 7 steps expect 1

-- sgx/no-rollback-of-evicted-page: a page comes back in its latest version, once, where it was, as it was.
pred no_rollback_of_evicted_page {
  always (Now.what = Load implies {
    some Latest and Now.second = Memory.kept_secs and Now.la = Memory.kept_at
    Now.page.can' = Memory.kept_can
  })
}
no_rollback_of_evicted_page: check { away[none] implies no_rollback_of_evicted_page }
  for 5 Epc, 0 DataAt, 1 Processor, 13 steps expect 0
no_rollback_of_evicted_page_witness: run { away[none] and eventually Now.what = Load }
  for 5 Epc, 0 DataAt, 1 Processor, 13 steps expect 1
no_rollback_of_evicted_page_without_VersionArray: check { away[VersionArray] implies no_rollback_of_evicted_page }
  for 5 Epc, 0 DataAt, 1 Processor, 13 steps expect 1
no_rollback_of_evicted_page_without_SlotClearedOnLoad: check { away[SlotClearedOnLoad] implies no_rollback_of_evicted_page }
  for 5 Epc, 0 DataAt, 1 Processor, 13 steps expect 1
no_rollback_of_evicted_page_without_MacBindsOwnerAndAddress: check { away[MacBindsOwnerAndAddress] implies no_rollback_of_evicted_page }
  for 5 Epc, 0 DataAt, 1 Processor, 13 steps expect 1
no_rollback_of_evicted_page_without_RightsRestoredOnLoad: check { away[RightsRestoredOnLoad] implies no_rollback_of_evicted_page }
  for 5 Epc, 0 DataAt, 1 Processor, 13 steps expect 1
