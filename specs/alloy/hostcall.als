/*
hostcall: pages of memory that an enclave asks a hostile system for, call after call. A page is
protected, given, or neither; an answer names pages, any pages that lie in a row, and the enclave
takes them for new memory once its checks let them pass. What goes wrong is what it was given before
is given again, or what is its own.

A call is one event, and Now says which: what was asked about (old: what is mapped over, given back or
moved) and what the answer names (got). An answer that is refused changes nothing and is no event.

How a check works is not said here, but what it lets pass: sets of pages that have none in common. That
a comparison of two ends says the same, also where ranges wrap, is proved in specs/smt/hostcall.smt2.

Left out: lengths that are no whole pages, addresses within a page, ranges that wrap; whether a mapping
may move; that the break is where it was asked for: an answer that lies there tells something false, and
hands out no page. Files, descriptors, times: specs/smt/hostcall-values.smt2.

Bounds. The longest break is two calls: what the first was given the second is given again; the start
may have pages that were given before. Six pages hold a protected one, two that are given, and a row
of two that meets one of them.
*/
module hostcall

-- 1. The guards: checks that a run may take away.

abstract sig Guard {}
one sig MappingMissesEnclave, MappingMissesLive, MappingAsFixed extends Guard {}
one sig Rules { gone: set Guard }
pred away[gs: set Guard] { Rules.gone = gs }
pred kept[g: Guard] { g not in Rules.gone }

-- 2. Memory

-- Pages lie in a row: up is the next one.
sig Page { up: lone Page }
one sig Enclave {
  protected: set Page,
  var given: set Page,   -- what it was given and has not given back, the heap among it
  var end: lone Page     -- the break: the page behind the heap
}

-- Several pages without a gap.
pred row[ps: set Page] { some ps and one p: ps | no (up.p & ps) }

fact memory {
  one p: Page | no up.p
  no p: Page | p in p.^up
  all p: Page | lone up.p
  row[Enclave.protected]
}

-- 3. The calls

abstract sig Call {}
one sig Mmap, Fixed, Munmap, Mremap, Grow extends Call {}
one sig Now { var who: lone Enclave, var what: lone Call, var old: set Page, var got: set Page }

-- The enclave's own pages, and those of others.
pred misses_enclave[ps: set Page] { kept[MappingMissesEnclave] implies no ps & Enclave.protected }
pred misses_live[ps, others: set Page] { kept[MappingMissesLive] implies no ps & others }

-- Anywhere: the system chooses.
pred mmap[asked, ps: set Page] {
  no asked and row[ps] and misses_enclave[ps] and misses_live[ps, Enclave.given]
  given' = given + Enclave -> ps and end' = end
}
-- MAP_FIXED: what is there is mapped over, and nothing else.
pred fixed[asked, ps: set Page] {
  row[asked] and no asked & Enclave.protected
  row[ps] and misses_enclave[ps] and (kept[MappingAsFixed] implies ps = asked)
  given' = given + Enclave -> ps and end' = end
}
pred munmap[asked, ps: set Page] {
  row[asked] and asked in Enclave.given and no ps
  given' = given - Enclave -> asked and end' = end
}
-- What is moved may be met, what stays may not.
pred mremap[asked, ps: set Page] {
  row[asked] and asked in Enclave.given
  row[ps] and misses_enclave[ps] and misses_live[ps, Enclave.given - asked]
  given' = given - Enclave -> asked + Enclave -> ps and end' = end
}
-- brk: what lies behind the end of the heap, if the system agrees; there must be a page behind it.
pred grow[asked, ps: set Page] {
  no asked and row[ps] and some Enclave.end & ps and no up.(Enclave.end) & ps
  misses_enclave[ps] and misses_live[ps, Enclave.given]
  given' = given + Enclave -> ps
  end' = Enclave -> (ps.up - ps)
  some ps.up - ps
}
pred idle { given' = given and end' = end }

fact trace {
  no Enclave.given & Enclave.protected
  no Enclave.end & (Enclave.given + Enclave.protected)
  always (one Now.who iff one Now.what)
  always (no Now.who implies (idle and no Now.old and no Now.got and after no Now.who))
  always (Now.what = Mmap implies mmap[Now.old, Now.got])
  always (Now.what = Fixed implies fixed[Now.old, Now.got])
  always (Now.what = Munmap implies munmap[Now.old, Now.got])
  always (Now.what = Mremap implies mremap[Now.old, Now.got])
  always (Now.what = Grow implies grow[Now.old, Now.got])
}

-- 4. The claim. After it, with every guard in place: a witness that what it speaks of can happen, and
-- the claim again without each of its guards.

-- iago/memory-apart: what is given is not protected, and was not given already.
pred memory_apart {
  always no Now.got & Enclave.protected
  always no Now.got & (Enclave.given - Now.old)
}
memory_apart: check { away[none] implies memory_apart } for 6 Page, 4 steps expect 0
memory_apart_witness: run {
  away[none] and eventually (Now.what = Grow and after (Now.what = Mremap and some Now.old & Now.got))
} for 6 Page, 4 steps expect 1
memory_apart_without_MappingMissesEnclave: check { away[MappingMissesEnclave] implies memory_apart }
  for 6 Page, 4 steps expect 1
memory_apart_without_MappingMissesLive: check { away[MappingMissesLive] implies memory_apart }
  for 6 Page, 4 steps expect 1
memory_apart_without_MappingAsFixed: check { away[MappingAsFixed] implies memory_apart }
  for 6 Page, 4 steps expect 1
