/*
The path walk: how Linux turns a path into a place (fs/namei.c).

A place is a pair mount -> dentry, as the kernel's struct path. A walk stands at a place, has a
root, and has components left; each step takes one component and either moves, or is refused, and
a refusal ends the walk. This file says, for one step, which of the two happens and where a move
leads. It is read from top to bottom: names, tree, mounts, the walk, then one section a component.

How to read a predicate. Each outcome has one. `..._ok` speaks of the state before and after (the
primed fields); every other outcome is a refusal and speaks of the state before alone. For a walk
that has something left to do exactly one outcome is true (check one_outcome at the end), so a
concrete instance of two states can be judged by evaluation alone.

Left out: permission bits and the search permission of each directory, name and path lengths,
trailing slashes, names about to be created, removal, nosymfollow mounts and protected_symlinks,
file handles, automounts. A call of that kind is, here, an arbitrary change of the tree.
Names are never reused for two entries of one directory. A magic link is where it leads and who may
follow it; what keeps that up to date is left out.

Bounds. The link limit is 2 where Linux has 40: the rule only compares, so the third link stands for
the forty-first. Texts and paths are lists of Path cells; with three cells a link has all texts of at
most three components. Five dentries and three mounts hold a tree, a tree shared out of it, and a
stack of two mounts, which is all that `..` and the crossing of a mount ever look at in one step.
*/
module path

-- 1. The guards: rules that a run may take away. The name in kebab case is the name of the guard.

abstract sig Guard {}
one sig DotdotStopsAtRoot, DotdotAtMountRootCrossesToMountpoint, PathMustStayConnected,
  AbsoluteSymlinkRestartsAtRoot, SymlinkLimit, LookupEntersMounts, ResolveInRoot, ResolveBeneath,
  ScopedDotdotUndisturbed, ScopedWalkEndsInside extends Guard {}

one sig Rules { gone: set Guard }

pred away[gs: set Guard] { Rules.gone = gs }
pred on[g: Guard] { g not in Rules.gone }

-- 2. Names, and paths as lists of them

abstract sig Component {}
sig Name extends Component {}
one sig Dot, Dotdot extends Component {}

-- One cell of a path: its first component and the path after it. The path "/" has no component.
sig Path { head: lone Component, tail: lone Path }

-- Paths that begin with a slash.
sig Absolute in Path {}

fact paths {
  no p: Path | p in p.^tail
  no Absolute & Path.tail
  all p: Path | no p.head implies p in Absolute and no p.tail
}

fun cell[p: Path]: lone Path { { c: p | some c.head } }

-- 3. The tree. Every dentry but a file system's top has a parent and a name there, once it exists.

abstract sig Dentry { var d_parent: lone Dir, var d_name: lone Name }
sig Dir, File extends Dentry {}
sig Link extends Dentry { text: one Path }
-- /proc/PID/root and its like: no text, but a place.
sig Magic extends Dentry { leads: Mount -> Dentry }
sig Top in Dir {}

fun born: set Dentry { Top + d_parent.Dir }
-- The top of the file system that a dentry is on.
fun top[d: Dentry]: lone Dir { d.*d_parent & Top }
-- A top is its own parent, as in the kernel.
fun up[d: Dentry]: lone Dentry { d in Top => d else d.d_parent }
fun under[ds: set Dentry]: set Dentry { ds.*~d_parent }
fun entry[dir: Dentry, n: Name]: lone Dentry { d_parent.dir & d_name.n }

pred tree_wellformed {
  no Top.d_parent and no Top.d_name
  d_parent.Dir = d_name.Name
  d_parent[Dentry] in born
  no d: Dentry | d in d.^d_parent
  all disj a, b: d_parent.Dir | a.d_parent = b.d_parent implies a.d_name != b.d_name
}

-- 4. Mounts. A mount shows the tree below its root, and lies on a dentry of its parent.

sig Mount { var mnt_root: lone Dentry, var mnt_parent: lone Mount, var mnt_mountpoint: lone Dentry }

-- The mount at the foot of the mount namespace, which has no parent.
one sig Foot extends Mount {}

fun mounted: set Mount { mnt_root.Dentry }
-- upper lies on the root of lower: one storey of a stack
fun storey: Mount -> Mount {
  { lower, upper: Mount | upper.mnt_parent = lower and upper.mnt_mountpoint = lower.mnt_root }
}
-- What lies at a place: the root of the topmost mount there, if there is any.
fun topmost[m: Mount, d: Dentry]: Mount -> Dentry {
  let first = mnt_parent.m & mnt_mountpoint.d, highest = first.*storey - storey.Mount |
    some first => highest -> highest.mnt_root else m -> d
}
-- Crossing down: what a walk sees at a place is what lies there.
fun seen[m: Mount, d: Dentry]: Mount -> Dentry {
  on[LookupEntersMounts] => topmost[m, d] else m -> d
}
-- The stack that m ends, and its lowest mount, whose mountpoint is an ordinary place.
fun stack[m: Mount]: set Mount { m.*~storey }
fun lowest[m: Mount]: lone Mount { stack[m] - Mount.storey }
fun point[m: Mount]: Mount -> Dentry { m.mnt_parent -> m.mnt_mountpoint }
fun points[ms: set Mount]: Mount -> Dentry { { p: Mount, d: Dentry | some m: ms | p->d = point[m] } }

-- A mount and a dentry of its file system: every place there can be.
fun shown: Mount -> Dentry { { m: mounted, d: born | top[d] = top[m.mnt_root] } }

pred mounts_wellformed {
  Foot in mounted and Foot.mnt_root in Top and no Foot.mnt_parent and no Foot.mnt_mountpoint
  mnt_root[Mount] in born - Link - Magic
  mnt_parent.Mount = mounted - Foot and mnt_mountpoint.Dentry = mounted - Foot
  mnt_parent[Mount] in mounted
  no m: Mount | m in m.^mnt_parent
  all m: mounted - Foot | m.mnt_mountpoint not in Link + Magic and point[m] in shown
  all m: mounted - Foot | m.mnt_root in Dir iff m.mnt_mountpoint in Dir
  all disj a, b: mounted - Foot | point[a] != point[b]
}

pred is_place[p: Mount -> Dentry] { one p and p in shown }

-- 5. Below. A position lies under another as path_is_under() climbs; an object lies inside a place
-- if it can be seen from there by going down, through any mount.

pred path_is_under[p, r: Mount -> Dentry] {
  p.Dentry = r.Dentry and Mount.p in under[Mount.r]
  or p.Dentry != r.Dentry and (some x: (p.Dentry).*mnt_parent |
    x.mnt_parent = r.Dentry and x.mnt_mountpoint in under[Mount.r])
}
fun mounts_below[r: Mount -> Dentry]: set Mount {
  { x: mounted | x.mnt_parent = r.Dentry and x.mnt_mountpoint in under[Mount.r] }.*~mnt_parent
}
fun inside[r: Mount -> Dentry]: set Dentry { under[Mount.r + mounts_below[r].mnt_root] }
-- The places below r that show what their mount was made to show.
fun below[r: Mount -> Dentry]: Mount -> Dentry {
  r.Dentry -> under[Mount.r] + { m: mounts_below[r], d: Dentry | d in under[m.mnt_root] }
}

-- 6. The walk. `rest` is the stack of texts not yet used up: the caller's path, and above it the
-- rest of each link that is being followed. `links` counts the links followed.

abstract sig Turn { then: lone Turn }
one sig T0, T1, T2 extends Turn {}
fact turns { then = T0->T1 + T1->T2 }

abstract sig Flag {}
one sig InRoot, Beneath, NoXdev, NoSymlinks, NoMagiclinks, NoFollow extends Flag {}

sig Walk {
  var at: Mount -> Dentry,
  var root: Mount -> Dentry,
  var rest: Turn -> lone Path,
  var links: lone Turn,
  var flags: set Flag,
  reads: set Magic  -- the magic links whose process the walker may look into
}
-- Walks in whose time something was renamed or mounted.
var sig Disturbed in Walk {}
-- Walks that know their root: they began there, are confined to it, or have needed it since. NO_XDEV
-- takes an absolute link of any other walk for a way to another mount (nd_jump_root).
var sig Rooted in Walk {}

fun mnt[w: Walk]: lone Mount { w.at.Dentry }
fun dentry[w: Walk]: lone Dentry { Mount.(w.at) }
fun level[w: Walk]: lone Turn { w.rest.Path - (w.rest.Path).^~then }
fun next_cell[w: Walk]: lone Path { w.rest[level[w]] }
fun next[w: Walk]: lone Component { next_cell[w].head }

pred idle[w: Walk] {
  no w.at and no w.root and no w.rest and no w.links and no w.flags and w not in Rooted
}
pred walking[w: Walk] { some w.at and some w.rest }
pred arrived[w: Walk] { some w.at and no w.rest }
pred final[w: Walk] { no next_cell[w].tail and one w.rest.Path }

-- IN_ROOT and BENEATH confine the walk to its root, which is then the directory it began in.
fun scope[f: set Flag]: set Flag {
  (InRoot & f & (on[ResolveInRoot] => Flag else none)) + (Beneath & f & (on[ResolveBeneath] => Flag else none))
}
pred scoped[w: Walk] { some scope[w.flags] }
pred beneath[w: Walk] { Beneath in scope[w.flags] }

pred walk_wellformed[w: Walk] {
  idle[w] or is_place[w.at] and is_place[w.root] and one w.links
  all c: Turn.(w.rest) | some c.head
  (w.rest.Path).^~then in w.rest.Path and w.rest.Path in (w.links).*~then
}

-- What every move does: one component is used up, and perhaps a text is put in front of the rest:
-- one storey higher when something of the present text is left, in its stead when not.
fun room[w: Walk]: lone Turn { some next_cell[w].tail => level[w].then else level[w] }
pred moves[w: Walk, to: Mount -> Dentry, added: lone Path] {
  w.at' = to and w.root' = w.root and w.flags' = w.flags
  w in Rooted' iff (w in Rooted or next[w] = Dotdot or at_absolute[w])
  w.rest' = w.rest - level[w] -> Path + level[w] -> next_cell[w].tail + room[w] -> cell[added]
}
pred moves_on[w: Walk, to: Mount -> Dentry] { moves[w, to, none] and w.links' = w.links }

-- 7. The start. f is where a relative path begins (the cwd or a directory descriptor), r the root of
-- the process, p the path. Two scopes at once are EINVAL, an absolute path BENEATH is EXDEV.

pred start_two_scopes[fl: set Flag] { InRoot + Beneath in fl }
pred start_beneath[p: Path, fl: set Flag] {
  not start_two_scopes[fl] and p in Absolute and Beneath in scope[fl]
}
pred start_not_directory[f: Mount -> Dentry, p: Path, fl: set Flag] {
  not start_two_scopes[fl] and not start_beneath[p, fl] and Mount.f not in Dir
  p not in Absolute or InRoot in scope[fl]
}
pred start_ok[w: Walk, f, r: Mount -> Dentry, p: Path, fl: set Flag] {
  idle[w]
  not start_two_scopes[fl] and not start_beneath[p, fl] and not start_not_directory[f, p, fl]
  w.root' = (some scope[fl] => f else r)
  w.at' = (p in Absolute => w.root' else f)
  w.rest' = T0 -> cell[p] and w.links' = T0 and w.flags' = fl and w not in Disturbed'
  w in Rooted' iff (some scope[fl] or p in Absolute)
}

-- 8. Every component needs a directory to be looked up in: ENOTDIR. `.` asks for no more.

pred in_file[w: Walk] { walking[w] and dentry[w] not in Dir }
pred takes[w: Walk, c: set Component] { walking[w] and dentry[w] in Dir and next[w] in c }

pred dot_ok[w: Walk] { takes[w, Dot] and moves_on[w, w.at] }

-- 9. `..` (follow_dotdot). The root is met by equality alone: at the walk's place, or at a mountpoint
-- on the way down a stack of mounts. Who stands elsewhere than below the root never meets it.

pred at_mount_root[w: Walk] {
  dentry[w] = mnt[w].mnt_root and on[DotdotAtMountRootCrossesToMountpoint]
}
pred at_end[w: Walk] {
  on[DotdotStopsAtRoot] and w.at = w.root
  or at_mount_root[w] and no lowest[mnt[w]].mnt_parent
  or at_mount_root[w] and on[DotdotStopsAtRoot] and w.root in points[stack[mnt[w]]]
}
fun climbed[w: Walk]: Mount -> Dentry { at_mount_root[w] => point[lowest[mnt[w]]] else w.at }
fun above[w: Walk]: Mount -> Dentry { let c = climbed[w] | c.Dentry -> up[Mount.c] }

-- A bind mount shows a part of a file system; a directory can be renamed out of that part.
pred path_connected[p: Mount -> Dentry] {
  on[PathMustStayConnected] implies
    ((p.Dentry).mnt_root in Top or Mount.p in under[(p.Dentry).mnt_root])
}
fun dotdot_to[w: Walk]: Mount -> Dentry {
  let p = (at_end[w] => w.at else above[w]) | seen[p.Dentry, Mount.p]
}
-- EXDEV: a BENEATH walk may not even try to pass its root.
pred dotdot_beneath[w: Walk] { takes[w, Dotdot] and at_end[w] and beneath[w] }
-- EXDEV: NO_XDEV, and the step leads over a mount, upwards or down again.
pred dotdot_xdev[w: Walk] {
  takes[w, Dotdot] and NoXdev in w.flags and not dotdot_beneath[w]
  not at_end[w] and at_mount_root[w]
  or dotdot_to[w].Dentry != mnt[w] and (at_end[w] or path_connected[above[w]])
}
-- ENOENT: the parent is not in what this mount shows.
pred dotdot_disconnected[w: Walk] {
  takes[w, Dotdot] and not at_end[w] and not path_connected[above[w]] and not dotdot_xdev[w]
}
-- EAGAIN: in a scoped walk no `..` counts once something was renamed or mounted meanwhile.
pred dotdot_again[w: Walk] {
  takes[w, Dotdot] and scoped[w] and w in Disturbed and on[ScopedDotdotUndisturbed]
  not dotdot_beneath[w] and not dotdot_xdev[w] and not dotdot_disconnected[w]
}
pred dotdot_refused[w: Walk] {
  dotdot_beneath[w] or dotdot_xdev[w] or dotdot_disconnected[w] or dotdot_again[w]
}
pred dotdot_ok[w: Walk] { takes[w, Dotdot] and not dotdot_refused[w] and moves_on[w, dotdot_to[w]] }

-- 10. A name: the entry of that name, and then down into what is mounted there.

fun found[w: Walk]: lone Dentry { entry[dentry[w], next[w] & Name] }
fun lookup_to[w: Walk]: Mount -> Dentry { seen[mnt[w], found[w]] }
pred at_link[w: Walk, kind: set Dentry] {
  takes[w, Name] and some found[w] & kind and not (final[w] and NoFollow in w.flags)
}
pred lookup_missing[w: Walk] { takes[w, Name] and no found[w] }
pred lookup_xdev[w: Walk] {
  takes[w, Name] and some found[w] and NoXdev in w.flags and lookup_to[w].Dentry != mnt[w]
}
pred lookup_ok[w: Walk] {
  takes[w, Name] and some found[w] and not lookup_xdev[w] and not at_link[w, Link + Magic]
  moves_on[w, lookup_to[w]]
}

-- 11. Links (pick_link). Too many, or none wanted: ELOOP. Then a text is read, or a place jumped to.

pred link_limit[w: Walk] { at_link[w, Link + Magic] and on[SymlinkLimit] and no w.links.then }
pred link_no_symlinks[w: Walk] {
  at_link[w, Link + Magic] and not link_limit[w] and NoSymlinks in w.flags
}
pred link_stopped[w: Walk] { link_limit[w] or link_no_symlinks[w] }
fun one_more[w: Walk]: lone Turn { some w.links.then => w.links.then else w.links }

fun link_root[w: Walk]: Mount -> Dentry {
  on[AbsoluteSymlinkRestartsAtRoot] => w.root else Foot -> Foot.mnt_root
}
pred at_absolute[w: Walk] { at_link[w, Link] and found[w].text in Absolute and not link_stopped[w] }
-- EXDEV, both: an absolute text BENEATH, or with NO_XDEV onto a mount that is not known to be the same.
pred link_beneath[w: Walk] { at_absolute[w] and beneath[w] }
pred link_xdev[w: Walk] {
  at_absolute[w] and not beneath[w] and NoXdev in w.flags
  w not in Rooted or w.root.Dentry != mnt[w]
}
-- A relative text goes on in the directory that holds the link. (Without the limit this file's stack
-- can be full; what happens then is left out.)
pred link_ok[w: Walk] {
  at_link[w, Link] and not link_stopped[w] and not link_beneath[w] and not link_xdev[w]
  some room[w] or no cell[found[w].text]
  moves[w, at_absolute[w] => link_root[w] else w.at, found[w].text]
  w.links' = one_more[w]
}

fun magic_to[w: Walk]: Mount -> Dentry { found[w].leads }
pred at_magic[w: Walk] { at_link[w, Magic] and not link_stopped[w] }
-- EACCES, ELOOP, EXDEV, EXDEV, in this order.
pred magic_denied[w: Walk] { at_magic[w] and found[w] not in w.reads }
pred magic_unwanted[w: Walk] { at_magic[w] and not magic_denied[w] and NoMagiclinks in w.flags }
pred magic_xdev[w: Walk] {
  at_magic[w] and not magic_denied[w] and not magic_unwanted[w]
  NoXdev in w.flags and magic_to[w].Dentry != mnt[w]
}
pred magic_scoped[w: Walk] {
  at_magic[w] and not magic_denied[w] and not magic_unwanted[w] and not magic_xdev[w] and scoped[w]
}
pred magic_refused[w: Walk] {
  magic_denied[w] or magic_unwanted[w] or magic_xdev[w] or magic_scoped[w]
}
pred magic_ok[w: Walk] {
  at_magic[w] and not magic_refused[w]
  moves[w, magic_to[w], none] and w.links' = one_more[w]
}

-- 12. The end (complete_walk): a scoped walk must have ended under its root, or it is EXDEV.

pred arrive_escaped[w: Walk] {
  arrived[w] and scoped[w] and on[ScopedWalkEndsInside] and not path_is_under[w.at, w.root]
}
pred arrive_ok[w: Walk] { arrived[w] and not arrive_escaped[w] }

-- 13. All together: a step, or the name of what refused it.

pred step_ok[w: Walk] { dot_ok[w] or dotdot_ok[w] or lookup_ok[w] or link_ok[w] or magic_ok[w] }

abstract sig Refusal {}
one sig InFile, DotdotBeneath, DotdotXdev, DotdotDisconnected, DotdotAgain, LookupMissing,
  LookupXdev, LinkLimit, LinkNoSymlinks, LinkBeneath, LinkXdev, MagicDenied, MagicUnwanted, MagicXdev,
  MagicScoped, ArriveEscaped extends Refusal {}

fun refusal[w: Walk]: set Refusal {
  { r: Refusal |
    r = InFile and in_file[w]
    or r = DotdotBeneath and dotdot_beneath[w] or r = DotdotXdev and dotdot_xdev[w]
    or r = DotdotDisconnected and dotdot_disconnected[w] or r = DotdotAgain and dotdot_again[w]
    or r = LookupMissing and lookup_missing[w] or r = LookupXdev and lookup_xdev[w]
    or r = LinkLimit and link_limit[w] or r = LinkNoSymlinks and link_no_symlinks[w]
    or r = LinkBeneath and link_beneath[w] or r = LinkXdev and link_xdev[w]
    or r = MagicDenied and magic_denied[w] or r = MagicUnwanted and magic_unwanted[w]
    or r = MagicXdev and magic_xdev[w] or r = MagicScoped and magic_scoped[w]
    or r = ArriveEscaped and arrive_escaped[w] }
}
pred ends[w: Walk] {
  no w.at' and no w.root' and no w.rest' and no w.links' and no w.flags' and w not in Rooted'
}

pred wellformed {
  tree_wellformed and mounts_wellformed
  all l: Magic | is_place[l.leads]
  all w: Walk | walk_wellformed[w]
}

-- 14. Checks of this file itself. The tree stands still, one walk takes one step.

pred tree_stands_still {
  d_parent' = d_parent and d_name' = d_name and mnt_root' = mnt_root and mnt_parent' = mnt_parent
  mnt_mountpoint' = mnt_mountpoint
}
pred one_step { away[none] and wellformed and tree_stands_still }

one_outcome: check {
  one_step implies all w: Walk | lone refusal[w] and (step_ok[w] implies no refusal[w])
} for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 0

stays_wellformed: check {
  one_step and (some w: Walk | step_ok[w]) implies after wellformed
} for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 0
reach_dot_ok: run { one_step and some w: Walk | dot_ok[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_dotdot_ok: run { one_step and some w: Walk | dotdot_ok[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_lookup_ok: run { one_step and some w: Walk | lookup_ok[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_link_ok: run { one_step and some w: Walk | link_ok[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_magic_ok: run { one_step and some w: Walk | magic_ok[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_in_file: run { one_step and some w: Walk | in_file[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_dotdot_beneath: run { one_step and some w: Walk | dotdot_beneath[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_dotdot_xdev: run { one_step and some w: Walk | dotdot_xdev[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_dotdot_disconnected: run { one_step and some w: Walk | dotdot_disconnected[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_dotdot_again: run { one_step and some w: Walk | dotdot_again[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_lookup_missing: run { one_step and some w: Walk | lookup_missing[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_lookup_xdev: run { one_step and some w: Walk | lookup_xdev[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_link_limit: run { one_step and some w: Walk | link_limit[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_link_no_symlinks: run { one_step and some w: Walk | link_no_symlinks[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_link_beneath: run { one_step and some w: Walk | link_beneath[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_link_xdev: run { one_step and some w: Walk | link_xdev[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_magic_denied: run { one_step and some w: Walk | magic_denied[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_magic_unwanted: run { one_step and some w: Walk | magic_unwanted[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_magic_xdev: run { one_step and some w: Walk | magic_xdev[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_magic_scoped: run { one_step and some w: Walk | magic_scoped[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_arrive_ok: run { one_step and some w: Walk | arrive_ok[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
reach_arrive_escaped: run { one_step and some w: Walk | arrive_escaped[w] }
  for 5 but exactly 3 Mount, exactly 3 Path, exactly 2 Name, exactly 1 Walk, 2 steps expect 1
