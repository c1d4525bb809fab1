/*
chroot: what a root of one's own is worth. A jail is a place R and some tasks whose root it is; the
claims say when they stay below it, and when not. task.als says what the tasks can do.

The start of a trace is any world that meets the premise of the claim: any tree, mounts, tasks and open
descriptors, no call under way. The premise also says which calls each party has.

Left out: what path.als and task.als leave out. A jailed task here makes no scoped walks of its own
(they are its runtime's, below), has no magic links, and the rights of files are not looked at.

Bounds. The solver is sat4j; `N steps` are N states, so N - 1 events, the last state idling for ever.
As a trace begins in any world, it needs no history: the longest attack is on the runtime that checks
and then uses, eight events; the others take two to five, and each bound is at least one above the
attack that a missing guard allows. Two tasks are a jailed one and another. Three or four directories
are a top, the jail, one in it, one beside or to be moved; a link takes the place of one. Three mounts
are the foot and two views that overlap. Longer histories: lookup_confined_by_steps starts in any
state that can have come about, and takes one step.
*/
module chroot

open path
open task

-- 1. The jail: a place R, and the tasks that are meant to stay below it

-- `handed` is what outsiders give to jailed tasks in the whole of a trace; `server` a task outside that
-- works on the jail's files, `errand` the path that it opens there.
one sig Jail { place: Mount -> Dentry, handed: set Dentry, server: lone Task, errand: one Path }
sig Jailed in Task {}
fun R: Mount -> Dentry { Jail.place }
fun outsiders: set Task { Task - Jailed }

-- R is a directory and a part of what its mount shows; an fs_struct is shared only among the jailed.
pred jail {
  is_place[R] and Mount.R in Dir & under[R.Dentry.mnt_root]
  no (Jailed.fs & outsiders.fs)
  parent.Jailed in Jailed and parent.outsiders in outsiders
}
-- At the start no call is under way, root, cwd and every descriptor of the jailed lie below R, and
-- every mountpoint is a part of what its mount's parent shows.
-- (That every state is wellformed follows: check stays_sound. To say so helps the solver.)
pred jailed { some Jailed & alive and whoever_is_jailed }
pred whoever_is_jailed {
  jail and at_rest and always wellformed
  all t: Jailed & alive | t.fs.fs_root = R and t.fs.pwd + t.held in below[R]
  mountpoints_shown
}
pred mountpoints_shown { all m: mounted - Foot | m.mnt_mountpoint in under[m.mnt_parent.mnt_root] }
pred unprivileged { no Jailed.caps }
-- No tree that is shared into the jail contains the jail itself. (Were it so, a jailed task could
-- move a directory of the jail, with a cwd in it, out through the share: no outsider is needed.)
pred not_shared_into_itself {
  no m: mounts_below[R] | Mount.R in under[m.mnt_root] - m.mnt_root
}
-- What the jailed tasks have before them: the objects they stand at, hold, or walk over.
fun reached: set Dentry {
  Mount.(Jailed.fs.pwd) + Mount.(Jailed.fs.fs_root) + Mount.(Jailed.held) + Mount.(Jailed.walk.at)
}

-- 2. The claims. Each is a predicate with the claim's name (`-` is `_`, `.` is `__`): if the premise
-- is met, the conclusion holds in every state. Its commands follow it: the claim with every guard in
-- place; a witness that what it speaks of can happen; and the claim again without each of its guards.

-- At the root, `..` is the root, as long as nothing is mounted over the root.
pred at_root[t: Task] {
  takes[t.walk, Dotdot] and t.walk.at = t.walk.root and no t.walk.flags
  t.walk.root = topmost[t.walk.root.Dentry, Mount.(t.walk.root)]
}
pred dotdot_is_root {
  at_rest implies
    always all t: Task | at_root[t] and by[t, Step + GiveUp] implies t.walk.at' = t.walk.root
}
dotdot_is_root: check { away[none] implies dotdot_is_root }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 0
dotdot_is_root_witness: run { away[none] and at_rest and eventually (some t: Task | at_root[t] and by[t, Step]) }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 1
dotdot_is_root_without_DotdotStopsAtRoot: check { away[DotdotStopsAtRoot] implies dotdot_is_root }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 1

-- Every path of a jailed task resolves below R, whatever the jailed tasks do meanwhile. Calls that
-- only copy a place already reached (chdir, clone, a descriptor passed on) can add nothing: the check
-- by steps below has them all. Scoped walks have their own claims.
fun unprivileged_calls: set Call {
  Begin + Step + GiveUp + Chdir + Fchdir + Open + Mkdir + Rename + Clone + CloneFs + Pass
}
pred confined {
  jailed and unprivileged and not_shared_into_itself and (always no Jailed.walk.flags)
  only[Jailed, Begin + Step + GiveUp + Open + Rename]
}
fun harmless_calls: set Call { Begin + Step + GiveUp + Chdir + Open + Mkdir }
pred walks_off { eventually (by[Jailed, Step] and Jailed.walk.at' not in R + Jailed.fs.pwd) }
pred lookup_confined { confined and only[outsiders, harmless_calls] implies always reached in inside[R] }
lookup_confined: check { away[none] implies lookup_confined }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 0
lookup_confined_witness: run { away[none] and confined and walks_off }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 1
lookup_confined_without_DotdotStopsAtRoot: check { away[DotdotStopsAtRoot] implies lookup_confined }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 1
lookup_confined_without_AbsoluteSymlinkRestartsAtRoot: check { away[AbsoluteSymlinkRestartsAtRoot] implies lookup_confined }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 1

-- The same, one step from any state whatever in which every place is where it can have come to, for
-- any number of steps: the mounts below R and, in each, the shared tree that holds the mount's root,
-- from which a rename may have taken the directory out of that mount's own part.
fun kept: Mount -> Dentry {
  R.Dentry -> under[Mount.R] + { m: mounts_below[R], d: Dentry |
    some x: Mount.R + mounts_below[R].mnt_root | m.mnt_root + d in under[x] }
}
pred all_kept {
  all t: Jailed & alive | t.fs.fs_root = R and t.fs.pwd + t.held + t.walk.at in kept and t.walk.root in R
}
pred lookup_confined_by_steps {
  jail and unprivileged and not_shared_into_itself and all_kept and by[Jailed, unprivileged_calls]
    and no Jailed.walk.flags and no Jailed.walk.flags' implies
      reached in inside[R] and after all_kept
}
lookup_confined_by_steps: check { away[none] implies lookup_confined_by_steps }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 2 steps expect 0
lookup_confined_by_steps_witness: run { away[none] and jail and unprivileged and not_shared_into_itself and all_kept and by[Jailed, Step]
  and some Jailed.walk.at - below[R] }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 2 steps expect 1
lookup_confined_by_steps_without_PathMustStayConnected: check { away[PathMustStayConnected] implies lookup_confined_by_steps }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 2 steps expect 1
lookup_confined_by_steps_with_links: check { away[none] implies lookup_confined_by_steps }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 0

-- A guard that shows only with another away: without a rename a directory stays in what its mount
-- shows, and to take `..` at a mount's root in the mount itself is refused by path_connected.
pred lookup_confined_unmoved {
  confined and only[Jailed, Begin + Step + GiveUp + Open] and no outsiders implies
    always reached in inside[R]
}
lookup_confined_unmoved: check { away[none] implies lookup_confined_unmoved }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 0
lookup_confined_unmoved_without_PathMustStayConnected: check { away[PathMustStayConnected] implies lookup_confined_unmoved }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 0
lookup_confined_unmoved_without_DotdotAtMountRootCrossesToMountpoint: check { away[DotdotAtMountRootCrossesToMountpoint] implies lookup_confined_unmoved }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 0
lookup_confined_unmoved_without_PathMustStayConnected_DotdotAtMountRootCrossesToMountpoint: check { away[PathMustStayConnected + DotdotAtMountRootCrossesToMountpoint]
  implies lookup_confined_unmoved }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 4 steps expect 1

-- What lies below a task's new root is reached by its names as before; a step down and then `..` is
-- back where it was. (At the start no place of a task has been moved out of what its mount shows.)
pred goes_down[t: Task, p: Mount -> Dentry] {
  p in below[t.fs.fs_root] and p = topmost[p.Dentry, Mount.p] and t.walk.at = p and no t.walk.flags
  takes[t.walk, Name] and found[t.walk] in Dir + File
}
fun lies_there[w: Walk]: Mount -> Dentry { topmost[mnt[w], found[w]] }
pred all_connected {
  mountpoints_shown and (all t: alive, m: Mount, d: Dentry | m -> d in places[t] implies d in under[m.mnt_root])
}
pred new_root[t: Task] { by[t, Chroot] and t.fs.fs_root' != t.fs.fs_root }
pred inside_stays_reachable {
  at_rest and all_connected and only[Task, Begin + Step + GiveUp + Chroot] implies
    always all t: Task, m: Mount, d: Dir | (once new_root[t]) and goes_down[t, m -> d] and by[t, Step + GiveUp] implies
      t.walk.at' = lies_there[t.walk] and after (takes[t.walk, Dotdot] and by[t, Step + GiveUp] implies
        t.walk.at' = m -> d)
}
inside_stays_reachable: check { away[none] implies inside_stays_reachable }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 7 steps expect 0
inside_stays_reachable_witness: run { away[none] and at_rest and all_connected and only[Task, Begin + Step + Chroot] and (some t: Task, m: Mount, d: Dir | eventually
  ((once new_root[t]) and goes_down[t, m -> d] and by[t, Step] and after (takes[t.walk, Dotdot] and by[t, Step]))) }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 7 steps expect 1
inside_stays_reachable_without_DotdotAtMountRootCrossesToMountpoint: check { away[DotdotAtMountRootCrossesToMountpoint] implies inside_stays_reachable }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 7 steps expect 1
inside_stays_reachable_without_LookupEntersMounts: check { away[LookupEntersMounts] implies inside_stays_reachable }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 7 steps expect 1

-- A task's root moves only when a task that shares its fs_struct calls; a child starts with its
-- parent's. The witness: two tasks of one user have two roots.
pred root_is_per_task {
  at_rest implies always all t: alive |
    (t.fs.fs_root' = t.fs.fs_root or Now.who.fs = t.fs) and
    (all u: Task - alive | u.parent = t and some u.fs' implies u.fs'.fs_root' = t.fs.fs_root)
}
root_is_per_task: check { away[none] implies root_is_per_task }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 0
root_is_per_task_witness: run { away[none] and at_rest and (all t, u: alive | t.fs.fs_root = u.fs.fs_root) and #alive = 2 and eventually (some disj t, u: alive | t.fs.fs_root != u.fs.fs_root) }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1
root_is_per_task_without_RootPerTask: check { away[RootPerTask] implies root_is_per_task }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1

-- A task without CAP_SYS_CHROOT changes no task's root, its own or another's.
pred needs_privilege {
  at_rest implies always (SysChroot not in Now.who.caps implies (all t: alive | t.fs.fs_root' = t.fs.fs_root))
}
needs_privilege: check { away[none] implies needs_privilege }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 0
needs_privilege_witness: run { away[none] and at_rest and eventually (by[alive, GiveUp] and chroot_not_permitted[Now.who] and dentry[Now.who.walk] != Mount.(Now.who.fs.fs_root)) }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1
needs_privilege_without_ChrootNeedsCapability: check { away[ChrootNeedsCapability] implies needs_privilege }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1

-- Broken: root inside a jail stays below R.
pred root_in_jail {
  jailed and no outsiders and only[Jailed, Begin + Step + GiveUp + Chdir + Chroot + Mkdir]
  always no Jailed.walk.flags
}
pred confines_root { root_in_jail implies always reached in inside[R] }
confines_root: check { away[none] implies confines_root }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 7 steps expect 1
confines_root_witness: run { away[none] and root_in_jail and eventually Now.what = Chroot }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 7 steps expect 1

-- Broken: a jailed task that is handed descriptors from outside reaches nothing outside but those.
pred handed_in {
  confined and only[outsiders, Pass]
  always (by[outsiders, Pass] implies Mount.(Jailed.held' - Jailed.held) in Jail.handed)
}
pred fd_from_outside { handed_in implies always reached in inside[R] + Jail.handed }
fd_from_outside: check { away[none] implies fd_from_outside }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1
fd_from_outside_witness: run { away[none] and handed_in and eventually (by[outsiders, Pass] and Jailed.held' != Jailed.held) }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1

-- An outsider moves things out of the jail, as its tasks go on. They reach nothing that was never
-- inside. Broken where R is a plain directory; holds where R is the root of a bind mount.
pred moved_out {
  confined and only[outsiders, Rename]
  always (by[outsiders, Rename] implies (d_parent' - d_parent).Dir in inside[R])
}
pred only_once_inside { always all d: reached | once d in inside[R] }
pred plain { Mount.R != R.Dentry.mnt_root }
pred bind_mounted { Mount.R = R.Dentry.mnt_root and Mount.R not in Top }
pred moved_directory { moved_out and plain implies only_once_inside }
pred moved_directory__mount_root { moved_out and bind_mounted implies only_once_inside }
moved_directory: check { away[none] implies moved_directory }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1
moved_directory_witness: run { away[none] and moved_out and plain and eventually (by[Jailed, Step] and Mount.(Jailed.fs.pwd) not in inside[R]) }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1
moved_directory__mount_root: check { away[none] implies moved_directory__mount_root }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 0
moved_directory__mount_root_witness: run { away[none] and moved_out and bind_mounted and eventually (by[Jailed, Step] and Mount.(Jailed.fs.pwd) not in inside[R]) }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1
moved_directory__mount_root_without_PathMustStayConnected: check { away[PathMustStayConnected] implies moved_directory__mount_root }
  for exactly 3 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 5 steps expect 1

-- A tree s is shared into a jail, here as its root, and a part of s, sub, once more: the jail gets
-- this tree and nothing above it. The world is a given one, because the attack is long; that any
-- shares whatever do no harm is in lookup_confined_by_steps.
pred shared_trees {
  confined and no outsiders and only[Jailed, Begin + Step + GiveUp + Rename]
  some z: Mount - Foot, sub, d: Dir | {
    bind_mounted and sub.d_parent = Mount.R and d.d_parent = sub
    z.mnt_root = sub and z.mnt_parent = R.Dentry and z.mnt_mountpoint = sub
    Jailed.fs.pwd in z -> (sub + d) and Jailed.held = R.Dentry -> sub
  }
}
pred shared_subtree { shared_trees implies always reached in inside[R] }
shared_subtree: check { away[none] implies shared_subtree }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 6 steps expect 0
shared_subtree_witness: run { away[none] and shared_trees and walks_off and eventually by[Jailed, Rename] }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 6 steps expect 1
shared_subtree_without_PathMustStayConnected: check { away[PathMustStayConnected] implies shared_subtree }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 6 steps expect 1

-- The pair again, while nothing is renamed.
pred shared_subtree_unmoved {
  shared_trees and only[Jailed, Begin + Step + GiveUp] implies always reached in inside[R]
}
shared_subtree_unmoved: check { away[none] implies shared_subtree_unmoved }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 5 steps expect 0
shared_subtree_unmoved_without_PathMustStayConnected: check { away[PathMustStayConnected] implies shared_subtree_unmoved }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 5 steps expect 0
shared_subtree_unmoved_without_DotdotAtMountRootCrossesToMountpoint: check { away[DotdotAtMountRootCrossesToMountpoint] implies shared_subtree_unmoved }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 5 steps expect 0
shared_subtree_unmoved_without_PathMustStayConnected_DotdotAtMountRootCrossesToMountpoint: check { away[PathMustStayConnected + DotdotAtMountRootCrossesToMountpoint]
  implies shared_subtree_unmoved }
  for exactly 4 Dir, exactly 0 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 5 steps expect 1

-- A runtime outside opens, from the jail's directory, one path again and again, while the jailed tasks
-- rename what is theirs. What it opens lies inside. Broken where it looks first and opens then; holds
-- where it opens at once, IN_ROOT or BENEATH. Two guards stand behind one another there, either enough.
fun runtime: lone Task { Jail.server }
pred serves[f: set Flag] {
  one runtime and runtime in outsiders & alive
  R in runtime.held and runtime.fs.fs_root = Foot -> Foot.mnt_root and runtime.fs.pwd = runtime.fs.fs_root
  only[runtime, Begin + Step + GiveUp + Open]
  always (by[runtime, Begin] implies
    runtime.walk.flags' = f and runtime.walk.rest' = T0 -> Jail.errand and
    begin_ok[runtime, R.Dentry, Mount.R, Jail.errand])
}
pred served[f: set Flag] {
  jailed and unprivileged and not_shared_into_itself and only[Jailed, Rename]
  serves[f] and outsiders = runtime
}
-- Or it is a task outside that moves what is in R, away from R too, and nothing is mounted below R.
pred served_amid_moves[f: set Flag] {
  whoever_is_jailed and no Jailed and no mounts_below[R] and serves[f] and only[outsiders - runtime, Rename]
  always (by[outsiders - runtime, Rename] implies (d_parent' - d_parent).Dir in inside[R])
}
pred finds_it_inside { by[runtime, GiveUp] and arrive_ok[runtime.walk] and dentry[runtime.walk] in inside[R] }
pred opens_inside { always (by[runtime, Open] implies dentry[runtime.walk] in inside[R]) }
pred check_then_use {
  served[none] and (always (by[runtime, Open] implies once finds_it_inside)) implies opens_inside
}
pred opens_what_was_inside {
  always all d: Dentry | by[runtime, Open] and d = dentry[runtime.walk] implies once d in inside[R]
}
pred opens_in_scope[f: set Flag] {
  served[f] implies opens_inside
  served_amid_moves[f] implies opens_what_was_inside
}
pred check_then_use__in_root { opens_in_scope[InRoot] }
pred check_then_use__beneath { opens_in_scope[Beneath] }
check_then_use: check { away[none] implies check_then_use }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 9 steps expect 1
check_then_use_witness: run { away[none] and served[none] and eventually finds_it_inside and eventually by[runtime, Open] }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 9 steps expect 1
check_then_use__in_root: check { away[none] implies check_then_use__in_root }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 0
check_then_use__in_root_witness: run { away[none] and served[InRoot] and eventually (by[Jailed, Rename] and some runtime.walk.at and eventually by[runtime, Open]) }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 1
check_then_use__in_root_without_ResolveInRoot: check { away[ResolveInRoot] implies check_then_use__in_root }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 1
check_then_use__in_root_without_ScopedDotdotUndisturbed: check { away[ScopedDotdotUndisturbed] implies check_then_use__in_root }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 0
check_then_use__in_root_without_ScopedWalkEndsInside: check { away[ScopedWalkEndsInside] implies check_then_use__in_root }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 0
check_then_use__in_root_without_ScopedDotdotUndisturbed_ScopedWalkEndsInside: check { away[ScopedDotdotUndisturbed + ScopedWalkEndsInside] implies check_then_use__in_root }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 1
check_then_use__beneath: check { away[none] implies check_then_use__beneath }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 0
check_then_use__beneath_witness: run { away[none] and served[Beneath] and eventually (by[Jailed, Rename] and some runtime.walk.at and eventually by[runtime, Open]) }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 1
check_then_use__beneath_without_ResolveBeneath: check { away[ResolveBeneath] implies check_then_use__beneath }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 1
check_then_use__beneath_without_ScopedDotdotUndisturbed: check { away[ScopedDotdotUndisturbed] implies check_then_use__beneath }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 0
check_then_use__beneath_without_ScopedWalkEndsInside: check { away[ScopedWalkEndsInside] implies check_then_use__beneath }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 0
check_then_use__beneath_without_ScopedDotdotUndisturbed_ScopedWalkEndsInside: check { away[ScopedDotdotUndisturbed + ScopedWalkEndsInside] implies check_then_use__beneath }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 2 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 7 steps expect 1

-- Every walk ends, if its task goes on with it.
pred goes_on[t: Task] { always (walking[t.walk] implies by[t, Step + GiveUp]) }
pred symlinks_end {
  at_rest and (all t: Task | goes_on[t]) implies
    all t: Task | always eventually not walking[t.walk]
}
symlinks_end: check { away[none] implies symlinks_end }
  for exactly 2 Dir, exactly 2 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 3 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 8 steps expect 0
symlinks_end_witness: run { away[none] and at_rest and (all t: Task | goes_on[t]) and eventually (some t: Task | link_limit[t.walk]) }
  for exactly 2 Dir, exactly 2 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 3 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 8 steps expect 1
symlinks_end_without_SymlinkLimit: check { away[SymlinkLimit] implies symlinks_end }
  for exactly 2 Dir, exactly 2 Link, 0 File, 0 Magic, exactly 1 Mount, exactly 3 Path, exactly 2 Name,
    exactly 1 Task, exactly 1 Walk, exactly 1 Fs, 1 Uid, 8 steps expect 1
