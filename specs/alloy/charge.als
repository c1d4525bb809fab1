/*
charge: groups in a tree, and what their counters count. A charge goes up the path from the task's group
to the root and is compared with the limit of each group on it; the first that says no has it refused, and
what was added so far is taken back. Giving back goes up the path from the group that was charged.

What a counter counts is told by pages here, not by a number: `charged` is the set of pages that were
added and not subtracted, so usage is its size. So a page is in a counter once or not at all: a counter
that counts a page twice, or falls below nothing, cannot be told; the proofs in specs/smt can.

Each call is whole: nobody acts between two steps of another's charge. What the interleavings do is the
business of the charge machine and of specs/smt; here is what the structure alone makes right or wrong.

Left out: new limits, forks (the root is charged here), a second charge by a task that holds one,
reclaim, and groups that are made later.

Bounds. The start has nothing charged. The longest break is a charge, a move and a removal (or a giving
back): three events, so four states; each check has one more. Three groups are a root, one below it and
one beside or below that; four pages tell a charge that fits from one that does not; sizes are within 4
bits.
*/
module charge

-- 1. The guards: rules that a run may take away.

abstract sig Guard {}
one sig ChargeChecksEveryAncestor, RollbackAtFailingLevel, RollbackBelow, UnchargeMatchesCharge,
  OfflineGroupKeepsCharges extends Guard {}
one sig Rules { gone: set Guard }
pred away[gs: set Guard] { Rules.gone = gs }
pred kept[g: Guard] { g not in Rules.gone }

-- 2. Groups, tasks and pages

-- memcg: the group that a page is charged to, while somebody holds it.
sig Page { var memcg: lone Group }
sig Group { parent: lone Group, max: Int, var charged: set Page }
var sig Removed in Group {}
sig Task { var group: one Group, var held: set Page }

fact tree {
  one g: Group | no g.parent
  no g: Group | g in g.^parent
  all g: Group | g.max >= 0
}
fun path[g: Group]: set Group { g.*parent }
-- The groups on the way from g that come before f.
fun short_of[g, f: Group]: set Group { path[g] & f.^~parent }

-- What tasks hold that is charged to g or below it.
fun granted[g: Group]: set Page { Task.held & memcg.(g.*~parent) }

-- 3. The calls

abstract sig Call {}
one sig Charge, Refuse, Uncharge, Move, Remove extends Call {}
-- Who calls what, with how many pages; which group says no, or is removed.
one sig Now { var who: lone Task, var what: lone Call, var pages: set Page, var which: lone Group }

pred groups_stay { group' = group and Removed' = Removed }

-- Pages that nobody holds and no counter counts.
fun free: set Page { Page - Group.charged - Task.held }
-- page_counter_try_charge: new > max. Without the guard the task's own group alone is asked.
pred over[g, f: Group, ps: set Page] {
  (kept[ChargeChecksEveryAncestor] or f = g) and #(f.charged + ps) > f.max
}

pred asks[t: Task, ps: set Page] { no t.held and some ps and ps in free }
pred charge[t: Task, ps: set Page] {
  asks[t, ps] and no f: path[t.group] | over[t.group, f, ps]
  charged' = charged + path[t.group] -> ps
  held' = held + t -> ps
  memcg' = memcg + ps -> t.group
  groups_stay
}
pred refuse[t: Task, ps: set Page, f: Group] {
  asks[t, ps] and f in path[t.group]
  over[t.group, f, ps] and no g: short_of[t.group, f] | over[t.group, g, ps]
  let here = (kept[RollbackAtFailingLevel] => none else f),
      below = (kept[RollbackBelow] => none else short_of[t.group, f]) |
    charged' = charged + (here + below) -> ps
  held' = held and memcg' = memcg and groups_stay
}
pred uncharge[t: Task] {
  some t.held and groups_stay
  let from = (kept[UnchargeMatchesCharge] => t.held.memcg else t.group) |
    charged' = charged - path[from] -> t.held
  held' = held - t -> Page
  memcg' = memcg - t.held -> Group
}
pred move[t: Task] {
  group' - t -> Group = group - t -> Group and t.group' not in Removed + t.group
  charged' = charged and held' = held and memcg' = memcg and Removed' = Removed
}
-- rmdir of a group below the root that no task is in.
pred remove[g: Group] {
  some g.parent and g not in Removed + Task.group
  Removed' = Removed + g
  charged' = (kept[OfflineGroupKeepsCharges] => charged else charged - path[g] -> g.charged)
  group' = group and held' = held and memcg' = memcg
}
pred idle { groups_stay and charged' = charged and held' = held and memcg' = memcg }

pred called[t: Task] {
  Now.what = Charge implies charge[t, Now.pages]
  Now.what = Refuse implies refuse[t, Now.pages, Now.which]
  Now.what = Uncharge implies uncharge[t]
  Now.what = Move implies move[t]
  Now.what = Remove implies remove[Now.which]
  Now.what not in Charge + Refuse implies no Now.pages
  one Now.which iff Now.what in Refuse + Remove
}
fact trace {
  no charged and no held and no memcg and no Removed
  always (one Now.who iff one Now.what)
  always (no Now.who implies idle and no Now.pages and no Now.which and after no Now.who)
  always all t: Now.who | called[t]
}

-- 4. The claims. Each is a predicate with the claim's name; after it, the claim with every guard in
-- place, a witness that what it speaks of can happen, and the claim again without each of its guards.

-- memory/never-overcharged: what is handed out to a group and below it is within its limit.
pred never_overcharged { always all g: Group | #granted[g] <= g.max }
never_overcharged: check { away[none] implies never_overcharged }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 0
never_overcharged_witness: run { away[none] and eventually Now.what = Refuse and eventually some held }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1
never_overcharged_without_ChargeChecksEveryAncestor: check { away[ChargeChecksEveryAncestor] implies never_overcharged }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1
-- What a refusal leaves behind makes a counter show more: nobody is granted too much by it.
never_overcharged_without_RollbackBelow: check { away[RollbackBelow] implies never_overcharged }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 0

-- memory/rollback-complete: a refused charge leaves every counter as it was.
pred rollback_complete { always (Now.what = Refuse implies charged' = charged) }
rollback_complete: check { away[none] implies rollback_complete }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 0
rollback_complete_witness: run { away[none] and eventually (Now.what = Refuse and Now.which in Now.who.group.^parent) }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1
rollback_complete_without_RollbackAtFailingLevel: check { away[RollbackAtFailingLevel] implies rollback_complete }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1
rollback_complete_without_RollbackBelow: check { away[RollbackBelow] implies rollback_complete }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1

-- cgroup/usage-is-sum: between calls a counter counts what is held there and below it.
pred usage_is_sum { always all g: Group | g.charged = granted[g] }
usage_is_sum: check { away[none] implies usage_is_sum }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 0
usage_is_sum_witness: run { away[none] and eventually (Now.what = Uncharge and Now.who.held.memcg != Now.who.group) }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1
usage_is_sum_without_UnchargeMatchesCharge: check { away[UnchargeMatchesCharge] implies usage_is_sum }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1
usage_is_sum_without_RollbackAtFailingLevel: check { away[RollbackAtFailingLevel] implies usage_is_sum }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1
usage_is_sum_without_RollbackBelow: check { away[RollbackBelow] implies usage_is_sum }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1

-- memory/moved-task: what is held stays counted, at its group and above it, whoever moves or removes.
pred moved_task {
  always all g: Group | granted[g] in g.charged
  always (Now.what in Move + Remove implies charged' = charged)
}
moved_task: check { away[none] implies moved_task }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 0
moved_task_witness: run { away[none] and eventually (Now.what = Remove and some Now.which.charged) }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1
moved_task_without_OfflineGroupKeepsCharges: check { away[OfflineGroupKeepsCharges] implies moved_task }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 1
-- A giving back at another group takes a number from what others hold there. Pages do not tell that.
moved_task_without_UnchargeMatchesCharge: check { away[UnchargeMatchesCharge] implies moved_task }
  for 3 Group, 2 Task, 4 Page, 5 steps, 4 Int expect 0
