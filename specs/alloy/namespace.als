/*
namespace: tasks, the namespaces that they are in, and the calls that make, leave and enter them. Of
what namespaces hold, only the host name of a UTS namespace is here; that a mount namespace holds
mounts does not matter for who may enter it.

A task is in one namespace of each kind. A new one begins as a copy and has one member; to enter one
that is there takes a descriptor of its file, and the capability. Each call is one event, and Now says
who does what. A call that is refused changes nothing and is no event.

How to read a predicate: `..._ok` is a call that succeeds, and speaks of the state before and after.

Left out: user namespaces, so that a capability counts over the owner of every namespace, and the two
checks of setns ask the same of a UTS namespace; whose files may be opened (one's own are enough
here); descriptors that are passed on or closed; the domain name; exit.

Bounds. The start has one namespace of each kind and no open file. The longest break is an open, an
unshare, a drop and a setns: four events, so five states, and each check has one more.
*/
module namespace

-- 1. The guards: rules that a run may take away.

abstract sig Guard {}
one sig HostnamePerNamespace, HostnameNeedsCapability, SetnsChecksTargetOwner, SetnsChecksOwnNamespace
  extends Guard {}
one sig Rules { gone: set Guard }
pred away[gs: set Guard] { Rules.gone = gs }
pred kept[g: Guard] { g not in Rules.gone }

-- 2. Namespaces and tasks

abstract sig Capability {}
one sig SysAdmin, SysChroot extends Capability {}
sig Name {}
abstract sig Namespace {}
sig Uts extends Namespace { var name: lone Name }
sig Mnt extends Namespace {}

sig Task {
  var member: set Namespace,  -- none: it does not live yet
  var caps: set Capability,
  var files: set Namespace    -- those whose file it has open
}

fun alive: set Task { member.Namespace }
-- What is there: somebody is in it, or has it open.
fun made: set Namespace { Task.(member + files) }
fun same_kind[n: Namespace]: set Namespace { n in Uts => Uts else Mnt }

pred wellformed {
  all t: alive | one t.member & Uts and one t.member & Mnt
  all t: Task - alive | no t.caps and no t.files
  name.Name in made
  all u: made & Uts | one u.name
}

-- 3. What happens, one event at a time

abstract sig Call {}
one sig Open, Unshare, Setns, Sethostname, Drop, Clone extends Call {}
-- Who calls what; which namespace is opened, left or entered; the new name.
one sig Now { var who: lone Task, var what: lone Call, var which: lone Namespace, var called: lone Name }

pred same_names { all u: made & Uts | u in made' implies u.name' = u.name }

pred open_ok[t: Task, n: Namespace] {
  n in t.member
  files' = files + t -> n
  member' = member and caps' = caps and same_names
}
-- unshare: `n` is left, for a copy that nobody is in.
pred unshare_ok[t: Task, n: Namespace] {
  n in t.member and SysAdmin in t.caps
  some new: same_kind[n] - made {
    member' = member - t -> n + t -> new
    n in Uts implies new.name' = n.name
  }
  files' = files and caps' = caps and same_names
}
-- setns: over the owner of the namespace, and in the caller's own user namespace.
pred may_enter[t: Task, n: Namespace] {
  kept[SetnsChecksTargetOwner] implies SysAdmin in t.caps
  kept[SetnsChecksOwnNamespace] implies SysAdmin in t.caps and (n in Mnt implies SysChroot in t.caps)
}
pred setns_ok[t: Task, n: Namespace] {
  n in t.files and may_enter[t, n]
  member' = member - t -> same_kind[n] + t -> n
  files' = files and caps' = caps and same_names
}
-- Whose names are set: the caller's namespace's, or, with one table for all, everybody's.
fun named[t: Task]: set Uts { Uts & (kept[HostnamePerNamespace] => t.member else Task.member) }
pred sethostname_ok[t: Task, s: Name] {
  kept[HostnameNeedsCapability] implies SysAdmin in t.caps
  all u: made & Uts | u.name' = (u in named[t] => s else u.name)
  member' = member and files' = files and caps' = caps
}
pred drop_ok[t: Task] {
  caps' = caps - t -> Capability
  member' = member and files' = files and same_names
}
pred clone_ok[t: Task] {
  some child: Task - alive {
    member' = member + child -> t.member
    files' = files + child -> t.files
    caps' = caps + child -> t.caps
  }
  same_names
}
pred idle { member' = member and files' = files and caps' = caps and same_names }

pred happens[t: Task] {
  t in alive
  Now.what = Open implies open_ok[t, Now.which]
  Now.what = Unshare implies unshare_ok[t, Now.which]
  Now.what = Setns implies setns_ok[t, Now.which]
  Now.what = Sethostname implies sethostname_ok[t, Now.called]
  Now.what = Drop implies drop_ok[t]
  Now.what = Clone implies clone_ok[t]
  one Now.which iff Now.what in Open + Unshare + Setns
  one Now.called iff Now.what = Sethostname
}
fact trace {
  one made & Uts and one made & Mnt and no files and some alive
  always wellformed
  always (one Now.who iff one Now.what)
  always (no Now.who implies idle and no Now.which and no Now.called and after no Now.who)
  always all t: Now.who | happens[t]
}

-- 4. The claims. Each is a predicate with the claim's name; after it, the claim with every guard in
-- place, a witness that what it speaks of can happen, and the claim again without its guards.

-- uts/own-hostname: a name changes only for who is in the namespace and may, and then it is the new one.
pred own_hostname {
  always all u: made & Uts | u in made' and u.name' != u.name implies
    SysAdmin in Now.who.caps and u in Now.who.member
  always (Now.what = Sethostname implies (Now.who.member & Uts).name' = Now.called)
}
own_hostname: check { away[none] implies own_hostname }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 2 Name, 4 steps expect 0
own_hostname_witness: run { away[none] and eventually (Now.what = Sethostname and (some t: alive | no t.member & Now.who.member & Uts)) }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 2 Name, 4 steps expect 1
own_hostname_without_HostnamePerNamespace: check { away[HostnamePerNamespace] implies own_hostname }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 2 Name, 4 steps expect 1
own_hostname_without_HostnameNeedsCapability: check { away[HostnameNeedsCapability] implies own_hostname }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 2 Name, 4 steps expect 1

-- ns/setns-needs-capability: who comes into a namespace that was there, and lived before, had SysAdmin.
pred setns_needs_capability {
  always all t: alive | some (t.member' - t.member) & made implies SysAdmin in t.caps
}
setns_needs_capability: check { away[none] implies setns_needs_capability }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 1 Name, 6 steps expect 0
setns_needs_capability_witness: run { away[none] and eventually (some t: alive | SysAdmin not in t.caps and some t.files - t.member) }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 1 Name, 6 steps expect 1
setns_needs_capability_without_both: check { away[SetnsChecksTargetOwner + SetnsChecksOwnNamespace] implies setns_needs_capability }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 1 Name, 6 steps expect 1
-- One check is enough: with one user namespace both ask the same.
setns_needs_capability_without_SetnsChecksTargetOwner: check { away[SetnsChecksTargetOwner] implies setns_needs_capability }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 1 Name, 6 steps expect 0

-- ns/setns-needs-capability.mount: of a mount namespace SysChroot is asked too.
pred setns_needs_capability__mount {
  always all t: alive | some (t.member' - t.member) & made & Mnt implies SysChroot in t.caps
}
setns_needs_capability__mount: check { away[none] implies setns_needs_capability__mount }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 1 Name, 5 steps expect 0
setns_needs_capability__mount_witness: run { away[none] and eventually (some t: alive | SysChroot not in t.caps and some (t.files - t.member) & Mnt) }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 1 Name, 5 steps expect 1
setns_needs_capability__mount_without_SetnsChecksOwnNamespace: check { away[SetnsChecksOwnNamespace] implies setns_needs_capability__mount }
  for exactly 2 Task, exactly 3 Uts, exactly 3 Mnt, exactly 1 Name, 5 steps expect 1
