/*
task: tasks that hold places of a tree of files, and the calls by which they change them.

A task has an fs_struct (root and cwd, alone or shared), a user id, capabilities, and the places it
holds open. A call that takes a path is here several events: Begin puts a walk at its start, each
Step takes one component (path.als says how), and the call itself then acts on the place the walk
has come to; or it is refused, or only looked: GiveUp. So the events of one task can lie between the
steps of another's walk. One event happens at a time, and Now says who does what.

How to read a predicate. As in path.als: `..._ok` is a call that succeeds, and speaks of the state
before and after; every other one names a refusal and speaks of the state before.

Left out: everything that path.als leaves out; magic links, whose rules are there; read and write
(to hold a place open is to have read it); close, exit, removal and rename onto an existing name;
links made during a trace (a world has any links from its start, renamed as any other file); umount
and every mount but bind; capabilities other than the two named here. A rename names both directories
by descriptors, root or cwd: a longer path is several opens. A call that is left out is an arbitrary
change of the state.

Bounds. The commands check this file itself, by one event from any state: sound worlds stay sound, and
each call can be made and can be refused. Four dentries and three mounts leave room for each of them.
*/
module task

open path

-- 1. Two more guards

one sig RootPerTask, ChrootNeedsCapability extends Guard {}

-- 2. Tasks

sig Uid {}
abstract sig Capability {}
one sig SysChroot, SysAdmin extends Capability {}

sig Fs { var fs_root: Mount -> Dentry, var pwd: Mount -> Dentry }

sig Task {
  walk: one Walk,
  parent: lone Task,          -- who clones it, if it does not live from the start
  var fs: lone Fs,            -- none: it does not live yet
  var uid: lone Uid,
  var caps: set Capability,
  var held: Mount -> Dentry   -- the places of its open descriptors
}
fact tasks { Task.walk = Walk and (all disj t, u: Task | t.walk != u.walk) }

fun alive: set Task { fs.Fs }
fun places[t: Task]: Mount -> Dentry { t.fs.fs_root + t.fs.pwd + t.held }

pred tasks_wellformed {
  all f: Task.fs | is_place[f.fs_root] and is_place[f.pwd] and Mount.(f.fs_root + f.pwd) in Dir
  all f: Fs - Task.fs | no f.fs_root and no f.pwd
  uid.Uid = alive and caps.Capability in alive
  all t: Task | t.held in shown and (t not in alive implies no t.held and idle[t.walk])
}

-- 3. What happens, one event at a time: who does what

abstract sig Call {}
one sig Begin, Step, GiveUp, Chdir, Fchdir, Chroot, Open, Mkdir, Rename, Clone, CloneFs, Bind, Drop, Pass
  extends Call {}

one sig Now { var who: lone Task, var what: lone Call }

pred by[t: Task, cs: set Call] { Now.who = t and Now.what in cs }
pred only[ts: set Task, cs: set Call] { always (Now.who in ts implies Now.what in cs) }

-- What an event leaves alone
pred same_fs { fs_root' = fs_root and pwd' = pwd }
pred same_creds { uid' = uid and caps' = caps }
pred same_tasks { fs' = fs and held' = held and same_creds }
pred same_walk[w: Walk] {
  w.at' = w.at and w.root' = w.root and w.rest' = w.rest and w.links' = w.links and w.flags' = w.flags
  w in Rooted' iff w in Rooted
}
pred same_walks { (all w: Walk | same_walk[w]) and Disturbed' = Disturbed }
pred other_walks[t: Task] { all w: Walk - t.walk | same_walk[w] }

-- 4. A call's walk: it begins at the cwd or at a descriptor, goes on, and comes to an end

pred begin_ok[t: Task, m: Mount, d: Dentry, p: Path] {
  t in alive and m -> d in t.fs.pwd + t.held
  start_ok[t.walk, m -> d, t.fs.fs_root, p, t.walk.flags']
  Disturbed' = Disturbed - t.walk
  other_walks[t] and tree_stands_still and same_fs and same_tasks
}
pred walk_ok[t: Task] {
  step_ok[t.walk] and Disturbed' = Disturbed
  other_walks[t] and tree_stands_still and same_fs and same_tasks
}
pred finishes[t: Task] { ends[t.walk] and other_walks[t] and Disturbed' = Disturbed }
pred give_up[t: Task] {
  some refusal[t.walk] or arrived[t.walk]
  finishes[t] and tree_stands_still and same_fs and same_tasks
}
fun came_to[t: Task]: Mount -> Dentry { t.walk.at }
pred at_directory[t: Task] { arrive_ok[t.walk] and dentry[t.walk] in Dir }
pred at_other[t: Task] { arrive_ok[t.walk] and dentry[t.walk] not in Dir }

-- 5. The calls. ENOTDIR is asked before EPERM.

pred chdir_not_directory[t: Task] { at_other[t] }
pred chdir_ok[t: Task] {
  at_directory[t] and finishes[t]
  pwd' = pwd - t.fs -> Mount -> Dentry + t.fs -> came_to[t]
  fs_root' = fs_root and tree_stands_still and same_tasks
}

pred fchdir_not_directory[t: Task, m: Mount, d: Dentry] { m -> d in t.held and d not in Dir }
pred fchdir_ok[t: Task, m: Mount, d: Dentry] {
  m -> d in t.held and d in Dir and idle[t.walk]
  pwd' = pwd - t.fs -> Mount -> Dentry + t.fs -> m -> d
  fs_root' = fs_root and tree_stands_still and same_tasks and same_walks
}

pred may_chroot[t: Task] { on[ChrootNeedsCapability] implies SysChroot in t.caps }
pred chroot_not_directory[t: Task] { at_other[t] }
pred chroot_not_permitted[t: Task] { at_directory[t] and not may_chroot[t] }
-- Whose root moves: the caller's fs_struct, or, in the weaker design, all of the caller's user.
fun rooted[t: Task]: set Fs { on[RootPerTask] => t.fs else (uid.(t.uid)).fs }
pred chroot_ok[t: Task] {
  at_directory[t] and may_chroot[t] and finishes[t]
  fs_root' = fs_root - rooted[t] -> Mount -> Dentry + rooted[t] -> came_to[t]
  pwd' = pwd and tree_stands_still and same_tasks
}

pred open_ok[t: Task] {
  arrive_ok[t.walk] and finishes[t]
  held' = held + t -> came_to[t]
  fs' = fs and same_creds and same_fs and tree_stands_still
}

-- The walk has come to the parent; n is the last component.
pred mkdir_not_directory[t: Task] { at_other[t] }
pred mkdir_exists[t: Task, n: Name] { at_directory[t] and some entry[dentry[t.walk], n] }
pred mkdir_ok[t: Task, n: Name, new: Dir] {
  at_directory[t] and finishes[t] and no entry[dentry[t.walk], n] and new not in born
  d_parent' = d_parent + new -> dentry[t.walk] and d_name' = d_name + new -> n
  mounts_stand_still and same_fs and same_tasks
}
pred mounts_stand_still {
  mnt_root' = mnt_root and mnt_parent' = mnt_parent and mnt_mountpoint' = mnt_mountpoint
}

-- rename of the entry d of a directory seen at mount m, to the name n in directory e seen at mount m2.
pred rename_xdev[m, m2: Mount] { m != m2 }
pred rename_busy[m, m2: Mount, d: Dentry, e: Dir] {
  m = m2 and e not in under[d] and d in mnt_mountpoint[Mount]
}
pred rename_into_itself[m, m2: Mount, d: Dentry, e: Dir] {
  m = m2 and e in under[d]
}
pred rename_ok[t: Task, m: Mount, d: Dentry, e: Dir, n: Name] {
  idle[t.walk] and some d.d_parent and m -> d.d_parent in places[t] and m -> e in places[t]
  no entry[e, n] and d not in mnt_mountpoint[Mount] and e not in under[d]
  d_parent' = d_parent ++ d -> e and d_name' = d_name ++ d -> n
  Disturbed' = Walk and (all w: Walk | same_walk[w])
  mounts_stand_still and same_fs and same_tasks
}

pred child_of[t, u: Task] {
  t in alive and u not in alive and u.parent = t and idle[t.walk]
  uid' = uid + u -> t.uid and caps' = caps + u -> t.caps and held' = held + u -> t.held
  same_walks and tree_stands_still
}
pred clone_ok[t, u: Task, f: Fs] {
  child_of[t, u] and f not in Task.fs
  fs' = fs + u -> f and fs_root' = fs_root + f -> t.fs.fs_root and pwd' = pwd + f -> t.fs.pwd
}
pred clone_fs_ok[t, u: Task] { child_of[t, u] and fs' = fs + u -> t.fs and same_fs }

-- mount --bind of the place come to, onto the place m -> d.
pred bind_not_permitted[t: Task] { arrive_ok[t.walk] and SysAdmin not in t.caps }
pred bind_kinds_differ[t: Task, d: Dentry] {
  arrive_ok[t.walk] and SysAdmin in t.caps and not (dentry[t.walk] in Dir iff d in Dir)
}
pred bind_ok[t: Task, new: Mount, m: Mount, d: Dentry] {
  arrive_ok[t.walk] and SysAdmin in t.caps and (dentry[t.walk] in Dir iff d in Dir)
  dentry[t.walk] + d in Dir + File and new not in mounted and m -> d in places[t]
  mnt_root' = mnt_root + new -> dentry[t.walk]
  mnt_parent' = mnt_parent + new -> seen[m, d].Dentry
  mnt_mountpoint' = mnt_mountpoint + new -> Mount.(seen[m, d])
  ends[t.walk] and other_walks[t] and Disturbed' = Walk
  d_parent' = d_parent and d_name' = d_name and same_fs and same_tasks
}

-- setresuid to another user and capset to nothing
pred drop_ok[t: Task, u: Uid] {
  t in alive and idle[t.walk] and uid' = uid ++ t -> u and caps' = caps - t -> Capability
  fs' = fs and held' = held and same_fs and same_walks and tree_stands_still
}
pred pass_ok[t, u: Task, m: Mount, d: Dentry] {
  idle[t.walk] and u in alive and m -> d in t.held
  held' = held + u -> m -> d
  fs' = fs and same_creds and same_fs and same_walks and tree_stands_still
}

pred happens[t: Task, c: Call] {
  c = Begin and (some m: Mount, d: Dentry, p: Path | begin_ok[t, m, d, p])
  or c = Step and walk_ok[t] or c = GiveUp and give_up[t]
  or c = Chdir and chdir_ok[t] or c = Chroot and chroot_ok[t] or c = Open and open_ok[t]
  or c = Fchdir and (some m: Mount, d: Dentry | fchdir_ok[t, m, d])
  or c = Mkdir and (some n: Name, new: Dir | mkdir_ok[t, n, new])
  or c = Rename and (some m: Mount, d: Dentry, e: Dir, n: Name | rename_ok[t, m, d, e, n])
  or c = Clone and (some u: Task, f: Fs | clone_ok[t, u, f])
  or c = CloneFs and (some u: Task | clone_fs_ok[t, u])
  or c = Bind and (some new, m: Mount, d: Dentry | bind_ok[t, new, m, d])
  or c = Drop and (some u: Uid | drop_ok[t, u])
  or c = Pass and (some u: Task, m: Mount, d: Dentry | pass_ok[t, u, m, d])
}
pred nothing { no Now.who and no Now.what and tree_stands_still and same_fs and same_tasks and same_walks }

fact traces {
  wellformed and tasks_wellformed and no Magic
  always (nothing or one Now.who and one Now.what and happens[Now.who, Now.what])
}

-- No call is under way.
pred at_rest { no Disturbed and (all w: Walk | idle[w]) }

-- 6. The check of this file: whatever happens in a sound world, it stays sound.
stays_sound: check { away[none] implies after (wellformed and tasks_wellformed) }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 0
-- Each call can happen, and each refusal can be met.
happens_Begin: run { away[none] and Now.what = Begin }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Step: run { away[none] and Now.what = Step }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_GiveUp: run { away[none] and Now.what = GiveUp }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Chdir: run { away[none] and Now.what = Chdir }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Fchdir: run { away[none] and Now.what = Fchdir }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Chroot: run { away[none] and Now.what = Chroot }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Open: run { away[none] and Now.what = Open }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Mkdir: run { away[none] and Now.what = Mkdir }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Rename: run { away[none] and Now.what = Rename }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Clone: run { away[none] and Now.what = Clone }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_CloneFs: run { away[none] and Now.what = CloneFs }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Bind: run { away[none] and Now.what = Bind }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Drop: run { away[none] and Now.what = Drop }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
happens_Pass: run { away[none] and Now.what = Pass }
  for exactly 3 Dir, exactly 1 Link, 0 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_chdir_not_directory: run { away[none] and (some t: Task | chdir_not_directory[t]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_fchdir_not_directory: run { away[none] and (some t: Task, m: Mount, d: Dentry | fchdir_not_directory[t, m, d]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_chroot_not_directory: run { away[none] and (some t: Task | chroot_not_directory[t]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_chroot_not_permitted: run { away[none] and (some t: Task | chroot_not_permitted[t]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_mkdir_not_directory: run { away[none] and (some t: Task | mkdir_not_directory[t]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_mkdir_exists: run { away[none] and (some t: Task, n: Name | mkdir_exists[t, n]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_rename_xdev: run { away[none] and (some m, n: Mount | rename_xdev[m, n]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_rename_busy: run { away[none] and (some m: Mount, d: Dentry, e: Dir | rename_busy[m, m, d, e]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_rename_into_itself: run { away[none] and (some m: Mount, d: Dentry, e: Dir | rename_into_itself[m, m, d, e]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_bind_not_permitted: run { away[none] and (some t: Task | bind_not_permitted[t]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
meets_bind_kinds_differ: run { away[none] and (some t: Task, d: Dentry | bind_kinds_differ[t, d]) }
  for exactly 2 Dir, exactly 1 Link, 1 File, 0 Magic, exactly 3 Mount, exactly 2 Path, exactly 2 Name,
    exactly 2 Task, exactly 2 Walk, exactly 2 Fs, 1 Uid, 2 steps expect 1
