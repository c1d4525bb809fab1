/*
pid: who can name whom, who may end whom, and whose child an orphan becomes (kernel/pid.c,
kernel/pid_namespace.c, kernel/signal.c, kernel/exit.c).

PID namespaces are a tree. A task is born in one of them and never leaves it; it has a number there
and in each namespace above, and a call that takes a number looks it up in the caller's. Everything
else here follows: a signal goes where a number leads, or to the caller's process group, which is a
set of tasks and no number at all. A group therefore reaches across the border; a number does not.

How to read a predicate. Each call is one predicate over a state and the next (the primed fields);
it is whole, so a signal that ends a task has ended it when the call returns. What a call reached is
in `Now.hit`, whether it was a signal or the open of somebody's directory in a procfs.

Left out: threads and tracers; handlers as code (whoever handles TERM outlives it); every signal but
KILL, TERM and the exit signal; stop and continue; credentials (everybody may signal whomever he can
name); sessions; numbers used up by forks that failed; descriptors that are kept; CLONE_PARENT;
every mount but procfs, and unmounting.

Bounds. The start is the outermost namespace with its init and one task.
The longest break is four calls (a namespace, a child in it, a second one, the death of their
parent), so five states; each check has at least one more than its own longest. Four tasks are the two of the start, an inner init and one more; four
numbers let each of them have one of its own in the outermost namespace.
*/
module pid

-- 1. The guards: rules that a run may take away. The name in kebab case is the name of the guard.

abstract sig Guard {}
one sig PidLookupInOwnNamespace, PidInEveryAncestor, PidForChildrenOnly, SetnsPidMustDescend,
  InitIgnoresUnhandledSignals, InitDeathKillsAll, ReparentInParentsNamespace, ProcfsOfOwnNamespace
  extends Guard {}
one sig Rules { gone: set Guard }
pred away[gs: set Guard] { Rules.gone = gs }
pred kept[g: Guard] { g not in Rules.gone }

-- 2. Namespaces, numbers and tasks

sig Namespace { above: lone Namespace }
one sig Outermost extends Namespace {}
-- Made: by unshare or by the clone of its first task. Begun: it has had a task.
var sig Made, Begun in Namespace {}
fact tree {
  no Outermost.above
  all n: Namespace - Outermost | one n.above and n not in n.^above
}
fun upwards[n: Namespace]: set Namespace { n.*above }
fun within[n: Namespace]: set Namespace { n.*~above }

-- The first task of a namespace gets the number 1 there.
sig Number {}
one sig One extends Number {}

-- A process group: kill(0, sig) goes to its members, wherever they are. It is named by who made it,
-- who makes no other.
sig Group { leader: disj one Task }

sig Task {
  -- The namespace it was born in; none while it is unborn, and again once it was reaped.
  var ns: lone Namespace,
  var number: Namespace -> lone Number,
  var parent: lone Task,
  var group: lone Group,
  -- pid_for_children: where the next child is born.
  var births: lone Namespace,
  var tree: lone Tree
}
-- A mount namespace, and the PID namespaces whose tasks the procfs mounts in it list.
sig Tree { var procfs: set Namespace }
-- Who has a handler for TERM; who adopts orphans below him (PR_SET_CHILD_SUBREAPER).
sig Handler, Subreaper in Task {}
-- Dead, and not yet waited for.
var sig Zombie in Task {}
-- The init of the outermost namespace, which makes no calls, and the first that does.
one sig First, Second extends Task {}

fun there: set Task { ns.Namespace }
fun living: set Task { there - Zombie }
fun inside[n: Namespace]: set Task { ns.(within[n]) }
fun inits: set Task { { t: there | t.number[t.ns] = One } }
fun init[n: Namespace]: set Task { inits & ns.n & living }

-- 3. What a number leads to. With one table for all, it is looked up in the outermost.

fun table[t: Task]: set Namespace { kept[PidLookupInOwnNamespace] => t.ns else Outermost }
fun named[t: Task, n: Number]: set Task { { u: there | n = u.number[table[t]] } }
fun visible[t: Task]: set Task { { u: there | some u.number[table[t]] } }

-- 4. Death. Who dies is a zombie until its parent waits; its children get another parent.

-- The forebears of a task up to the border of a namespace.
fun forebears[t: Task, n: Namespace]: set Task {
  { f: t.^parent & ns.n | all between: t.^parent & f.^~parent | between.ns = n }
}
-- The init of the namespace, or, when that is gone, of the nearest one above that has one.
fun caretaker[no_more: set Task, n: Namespace]: set Task {
  let able = { i: inits & living - no_more | i.ns in upwards[n] } |
    { i: able | no able.ns & i.ns.^~above }
}
-- The nearest subreaper among its forebears, else that init.
fun reaper[dead, orphan: Task, n: Namespace]: set Task {
  let able = forebears[dead, n] & Subreaper & living, nearest = able - able.^parent |
    some nearest => nearest else caretaker[dead + orphan, n]
}
fun adopter[dead, orphan: Task]: set Task {
  reaper[dead, orphan, kept[ReparentInParentsNamespace] => dead.ns else orphan.ns]
}
-- With an init goes everybody in its namespace and below.
fun dying[t: Task]: set Task {
  t + (kept[InitDeathKillsAll] and t in inits => inside[t.ns] else none)
}
-- On its way out an init reaps everybody whose parent goes too.
fun swept[t: Task]: set Task { { u: dying[t] - t | u.parent in dying[t] } }

pred ends[t: Task] {
  let gone = swept[t], orphans = parent.(dying[t]) - gone | {
    Zombie' = Zombie + dying[t] - gone
    ns' = ns - gone -> Namespace
    number' = number - gone -> Namespace -> Number
    parent' - orphans -> Task = parent - (gone + orphans) -> Task
    all u: orphans | u.parent' = adopter[u.parent, u]
    group' = group - gone -> Group
    births' = births - gone -> Namespace
    tree' = tree - gone -> Tree and procfs' = procfs
    same_namespaces
  }
}

-- 5. The calls

abstract sig Call {}
one sig Fork, Unshare, Setns, Kill, KillGroup, NewGroup, Exit, Wait, WaitNone, MountProc, OpenProc extends Call {}
abstract sig Signal {}
one sig KILL, TERM extends Signal {}
-- Who calls what, with which signal, number and namespace; which task is its child or waited for;
-- and whom it reached.
one sig Now {
  var who: lone Task, var what: lone Call, var with: lone Signal, var num: lone Number,
  var which: lone Namespace, var child: lone Task, var hit: set Task
}

pred same_namespaces { Made' = Made and Begun' = Begun }
pred same_tasks { ns' = ns and number' = number and parent' = parent and Zombie' = Zombie }
pred same_views { group' = group and births' = births and tree' = tree and procfs' = procfs }

-- A child in n: numbered there and above, each time with a number that is free.
pred born[t, c: Task, n: Namespace] {
  c not in there and c not in Task.parent
  ns' = ns + c -> n and parent' = parent + c -> t and Zombie' = Zombie
  group' = group + c -> t.group and births' = births + c -> n
  let numbered = (kept[PidInEveryAncestor] => upwards[n] else n) | {
    c.number'.Number = numbered
    all m: numbered | no m.(c.number') & m.(there.number)
    all m: numbered | m.(c.number') = One iff m not in Begun
  }
  number' - c -> Namespace -> Number = number
  Begun' = Begun + n
  -- It shares its parent's tree, or has a new one, where nothing of the old was left.
  tree' - c -> Tree = tree and procfs' = procfs
  c.tree' = t.tree or (one c.tree' and no c.tree' & Task.tree and no c.tree'.procfs)
}
-- clone. With CLONE_NEWPID it names a namespace that is not made yet.
pred fork[t, c: Task, n: Namespace] {
  born[t, c, n]
  n in Made => n = t.births and Made' = Made and (n in Begun implies some init[n])
  else n.above = t.ns and t.births = t.ns and Made' = Made + n
}
pred unshare[t: Task, n: Namespace] {
  n not in Made and n.above = t.ns and t.births = t.ns
  Made' = Made + n
  kept[PidForChildrenOnly] => births' = births ++ t -> n and same_tasks and Begun' = Begun
  else {
    births' = births ++ t -> n and ns' = ns ++ t -> n and Begun' = Begun + n
    number' = number + t -> n -> One and parent' = parent and Zombie' = Zombie
  }
  group' = group and tree' = tree and procfs' = procfs
}
-- setns, by the file of a task in that namespace, in some procfs that lists it.
pred setns[t: Task, n: Namespace] {
  n != t.births and some u: living - First | u.ns = n and some u.number[t.tree.procfs]
  kept[SetnsPidMustDescend] implies n in within[t.ns]
  births' = births ++ t -> n and group' = group and tree' = tree and procfs' = procfs
  same_tasks and same_namespaces
}

-- Whom a signal of t ends: an init takes from inside only what it handles, from above KILL too. The
-- outermost one is there for good.
pred takes[u, t: Task, s: Signal] {
  u != First
  s = TERM implies u not in Handler
  (kept[InitIgnoresUnhandledSignals] and u in inits) implies (s = KILL and t.ns in u.ns.^above)
}
pred signalled[t: Task, to: set Task, s: Signal] {
  let ended = { u: to & living | takes[u, t, s] } {
    no ended => same_tasks and same_views and same_namespaces
    else lone ended and all u: ended | ends[u]
  }
}
pred kill[t: Task, n: Number, s: Signal] {
  some named[t, n]
  Now.hit = named[t, n] and signalled[t, Now.hit, s]
}
pred kill_group[t: Task, s: Signal] {
  Now.hit = { u: there | u.group = t.group } and signalled[t, Now.hit, s]
}
pred new_group[t: Task] {
  some g: Group - Task.group | g.leader = t and group' = group ++ t -> g
  births' = births and tree' = tree and procfs' = procfs and same_tasks and same_namespaces
}
pred wait[t, c: Task] {
  c in Zombie and c.parent = t and some c.number[t.ns]
  -- An exiting init waits for its members first.
  c in inits and kept[InitDeathKillsAll] implies inside[c.ns] = c
  ns' = ns - c -> Namespace and number' = number - c -> Namespace -> Number
  parent' = parent - c -> Task and Zombie' = Zombie - c and same_namespaces
  group' = group - c -> Group and births' = births - c -> Namespace
  tree' = tree - c -> Tree and procfs' = procfs
}
-- wait, and the answer that there is no child: it is looked for by its number.
pred wait_none[t: Task] {
  no c: there | c.parent = t and some c.number[t.ns]
  same_tasks and same_views and same_namespaces
}
-- mount of proc: it lists the tasks of its mounter's namespace.
pred mount_proc[t: Task] {
  procfs' = procfs + t.tree -> (kept[ProcfsOfOwnNamespace] => t.ns else Outermost) and procfs' != procfs
  group' = group and births' = births and tree' = tree and same_tasks and same_namespaces
}
-- The open of /proc/PID/mem, root or fd in one of them; the outermost init's is left out.
pred open_proc[t: Task, n: Number, m: Namespace] {
  m in t.tree.procfs and Now.hit = { u: there - First | u.number[m] = n } and some Now.hit
  same_tasks and same_views and same_namespaces
}

pred idle { same_tasks and same_views and same_namespaces }
pred called[t: Task] {
  t in living - First
  Now.what = Fork implies fork[t, Now.child, Now.which]
  Now.what = Unshare implies unshare[t, Now.which]
  Now.what = Setns implies setns[t, Now.which]
  Now.what = Kill implies kill[t, Now.num, Now.with]
  Now.what = KillGroup implies kill_group[t, Now.with]
  Now.what = NewGroup implies new_group[t]
  Now.what = Exit implies ends[t]
  Now.what = Wait implies wait[t, Now.child]
  Now.what = WaitNone implies wait_none[t]
  Now.what = MountProc implies mount_proc[t]
  Now.what = OpenProc implies open_proc[t, Now.num, Now.which]
  one Now.with iff Now.what in Kill + KillGroup
  one Now.num iff Now.what in Kill + OpenProc
  one Now.which iff Now.what in Fork + Unshare + Setns + OpenProc
  one Now.child iff Now.what in Fork + Wait
  Now.what not in Kill + KillGroup + OpenProc implies no Now.hit
}
fact trace {
  Made = Outermost and Begun = Outermost and no Zombie
  ns = (First + Second) -> Outermost and parent = Second -> First
  First.number = Outermost -> One and Second.number.Number = Outermost
  one Second.number[Outermost] - One and no (Task - First - Second).number
  group.Group = First + Second and First.group.leader = First and Second.group.leader = Second
  births = ns and one Second.tree and tree.Tree = Second and procfs = Second.tree -> Outermost
  always (one Now.who iff one Now.what)
  always (no Now.who implies idle and no Now.with + Now.num + Now.which + Now.child + Now.hit and after no Now.who)
  always all t: Now.who | called[t]
}

-- 6. The claims. Each is a predicate with the claim's name; after it, the claim with every guard in
-- place, a witness that what it speaks of can happen, and the claim again without each of its guards.

-- pid/one-way-visibility: a task can be named from its own namespace and from those above, with a
-- number in each; from nowhere else.
pred one_way_visibility {
  always all t: living, u: there | u in visible[t] iff u.ns in within[t.ns]
}
one_way_visibility: check { away[none] implies one_way_visibility }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 0
one_way_visibility_witness: run { away[none] and eventually (some t: living | t.ns.above.above = Outermost) }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 1
one_way_visibility_without_PidLookupInOwnNamespace: check { away[PidLookupInOwnNamespace] implies one_way_visibility }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 1
one_way_visibility_without_PidInEveryAncestor: check { away[PidInEveryAncestor] implies one_way_visibility }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 1

-- pid/no-signal-outward: whoever is alone with his like in his process group reaches nobody outside.
-- What an init drops at once reaches nobody; a handler is reached.
fun reached: set Task {
  { u: Now.hit & living | takes[u, Now.who, Now.with] or (Now.with = TERM and u in Handler) }
}
pred alone[t: Task] { all u: there | u.group = t.group implies u.ns in within[t.ns] }
pred no_signal_outward {
  always (Now.what in Kill + KillGroup and alone[Now.who] implies reached.ns in within[Now.who.ns])
}
no_signal_outward: check { away[none] implies no_signal_outward }
  for 4 Task, 3 Namespace, 4 Number, 3 Group, 2 Tree, 5 steps expect 0
no_signal_outward_witness: run { away[none] and eventually (Now.what = KillGroup and alone[Now.who] and Now.who.ns != Outermost) }
  for 4 Task, 3 Namespace, 4 Number, 3 Group, 2 Tree, 5 steps expect 1
no_signal_outward_without_PidLookupInOwnNamespace: check { away[PidLookupInOwnNamespace] implies no_signal_outward }
  for 4 Task, 3 Namespace, 4 Number, 3 Group, 2 Tree, 5 steps expect 1

-- pid/no-signal-outward.shared-group: broken. A child is born into its parent's group.
pred no_signal_outward__shared_group {
  always (Now.what in Kill + KillGroup implies reached.ns in within[Now.who.ns])
}
no_signal_outward__shared_group: check { away[none] implies no_signal_outward__shared_group }
  for 4 Task, 3 Namespace, 4 Number, 3 Group, 2 Tree, 5 steps expect 1

-- pid/outer-procfs: broken. The procfs that the parent saw is seen by the child.
pred outer_procfs { always (Now.what = OpenProc implies Now.hit.ns in within[Now.who.ns]) }
outer_procfs: check { away[none] implies outer_procfs }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 1

-- pid/outer-procfs.own-procfs: in a tree of its own, where no procfs was left, only what it mounts.
pred own_tree { always (Now.what = Fork and Now.which != Now.who.ns implies Now.child.tree' != Now.who.tree) }
pred outer_procfs__own_procfs { own_tree implies outer_procfs }
outer_procfs__own_procfs: check { away[none] implies outer_procfs__own_procfs }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 0
outer_procfs__own_procfs_witness: run { away[none] and own_tree and eventually (Now.what = OpenProc and Now.who.ns != Outermost) }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 1
outer_procfs__own_procfs_without_ProcfsOfOwnNamespace: check { away[ProcfsOfOwnNamespace] implies outer_procfs__own_procfs }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 1

-- pid/parenthood-kept: who has a child is not told that there is none, across the border too; and who
-- becomes an orphan gets a parent in the namespace of the one that died.
pred parenthood_kept {
  always (Now.what = WaitNone implies no parent.(Now.who))
  always all c: there | let p = c.parent, q = c.parent' |
    (some p and some c.ns' and q != p) implies (some q and q.ns = p.ns and q in living)
}
parenthood_kept: check { away[none] implies parenthood_kept }
  for 4 Task, 2 Namespace, 4 Number, 2 Group, 1 Tree, 6 steps expect 0
parenthood_kept_witness: run { away[none] and eventually (some c: there | c.parent.ns != c.ns and some c.parent.parent and some c.ns' and c.parent' != c.parent) }
  for 4 Task, 2 Namespace, 4 Number, 2 Group, 1 Tree, 6 steps expect 1
parenthood_kept_without_PidInEveryAncestor: check { away[PidInEveryAncestor] implies parenthood_kept }
  for 4 Task, 2 Namespace, 4 Number, 2 Group, 1 Tree, 6 steps expect 1
parenthood_kept_without_ReparentInParentsNamespace: check { away[ReparentInParentsNamespace] implies parenthood_kept }
  for 4 Task, 2 Namespace, 4 Number, 2 Group, 1 Tree, 6 steps expect 1

-- pid/init-protected: an init ends by its own exit, by KILL from above, by a signal that it has no
-- way to take but from above, or with an init above it. And with it goes everybody inside.
pred init_protected {
  always all i: inits & living | i in Zombie' implies {
    Now.what = Exit and i in inside[Now.who.ns]
    or Now.what in Kill + KillGroup and (some u: Now.hit { i in inside[u.ns] and Now.who.ns in u.ns.^above })
  }
  always all i: inits & Zombie | no inside[i.ns] & living
}
init_protected: check { away[none] implies init_protected }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 5 steps expect 0
init_protected_witness: run { away[none] and eventually (some i: Now.hit & inits & living | Now.who.ns = i.ns and i != First) and eventually (some inits & Zombie) }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 5 steps expect 1
init_protected_without_InitIgnoresUnhandledSignals: check { away[InitIgnoresUnhandledSignals] implies init_protected }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 5 steps expect 1
init_protected_without_InitDeathKillsAll: check { away[InitDeathKillsAll] implies init_protected }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 5 steps expect 1

-- ns/setns-pid-only-descends: children are born in the namespace of their parent or below it.
pred setns_pid_only_descends { always all t: there | t.births in within[t.ns] }
setns_pid_only_descends: check { away[none] implies setns_pid_only_descends }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 0
setns_pid_only_descends_witness: run { away[none] and eventually (Now.what = Setns and Now.which != Now.who.ns) }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 1
setns_pid_only_descends_without_SetnsPidMustDescend: check { away[SetnsPidMustDescend] implies setns_pid_only_descends }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 2 Tree, 4 steps expect 1

-- ns/unshare-pid-affects-children: whoever lives keeps its numbers and its namespace.
pred unshare_pid_affects_children {
  always all t: there | some t.ns' implies t.ns' = t.ns and t.number' = t.number
  always (Now.what = Fork and Now.which not in Begun implies Now.child.number'[Now.which] = One)
}
unshare_pid_affects_children: check { away[none] implies unshare_pid_affects_children }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 1 Tree, 4 steps expect 0
unshare_pid_affects_children_witness: run { away[none] and eventually (Now.what = Fork and Now.which in Made - Begun) }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 1 Tree, 4 steps expect 1
unshare_pid_affects_children_without_PidForChildrenOnly: check { away[PidForChildrenOnly] implies unshare_pid_affects_children }
  for 4 Task, 3 Namespace, 4 Number, 2 Group, 1 Tree, 4 steps expect 1
