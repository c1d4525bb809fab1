package watertight.model.linux.claim;

import static watertight.model.Claim.Check.check;
import static watertight.model.Claim.Expected.BROKEN;
import static watertight.model.Claim.Expected.HOLDS;
import static watertight.model.Claim.Twin.twin;
import static watertight.model.linux.namespace.NamespaceChoices.PID_IN_EVERY_ANCESTOR;
import static watertight.model.linux.namespace.NamespaceChoices.PROCFS_OF_OWN_NAMESPACE;
import static watertight.model.linux.process.ProcessChoices.INIT_DEATH_KILLS_ALL;
import static watertight.model.linux.process.ProcessChoices.PID_LOOKUP_IN_OWN_NAMESPACE;
import static watertight.model.linux.process.ProcessChoices.REPARENT_IN_PARENTS_NAMESPACE;
import static watertight.model.linux.signal.SignalChoices.INIT_IGNORES_UNHANDLED;

import java.util.List;
import watertight.model.Claim;

/** The claims about PID namespaces: who can name, signal and outlive whom. */
final class PidClaims {
  private static final List<Claim> ALL =
      List.of(
          new Claim(
              "pid/no-signal-outward",
              "A task whose process group and session have no member outside gives nobody outside a"
                  + " signal, but for SIGCHLD and the exit signal that the parent chose.",
              HOLDS,
              List.of(PID_LOOKUP_IN_OWN_NAMESPACE),
              List.of(check("pid/no-signal-outward", twin(3, PID_LOOKUP_IN_OWN_NAMESPACE))),
              List.of("man 7 pid_namespaces", "man 2 kill", "kernel/signal.c")),
          new Claim(
              "pid/no-signal-outward.shared-group",
              "The same without a word on group and session: the group is an object, not a number,"
                  + " and kill(0, sig) reaches its members outside.",
              BROKEN,
              List.of(),
              List.of(check("pid/no-signal-outward.shared-group", twin(2))),
              List.of("man 2 kill", "kernel/signal.c: __kill_pgrp_info")),
          new Claim(
              "pid/parenthood-kept",
              "Parent and child cross the border: who has a child can wait for it. An orphan goes"
                  + " to the nearest subreaper in the dead parent's PID namespace, else to that"
                  + " namespace's init.",
              HOLDS,
              List.of(REPARENT_IN_PARENTS_NAMESPACE, PID_IN_EVERY_ANCESTOR),
              List.of(
                  check(
                      "pid/parenthood-kept",
                      twin(4, REPARENT_IN_PARENTS_NAMESPACE),
                      twin(2, PID_IN_EVERY_ANCESTOR))),
              List.of("man 7 pid_namespaces", "man 2 prctl", "kernel/exit.c: find_new_reaper")),
          new Claim(
              "pid/init-protected",
              "From inside, an init takes only signals that it handles; from an ancestor SIGKILL"
                  + " and SIGSTOP too. Its death ends the namespace.",
              HOLDS,
              List.of(INIT_IGNORES_UNHANDLED, INIT_DEATH_KILLS_ALL),
              List.of(
                  check(
                      "pid/init-protected",
                      twin(2, INIT_IGNORES_UNHANDLED),
                      twin(3, INIT_DEATH_KILLS_ALL))),
              List.of(
                  "man 7 pid_namespaces",
                  "kernel/signal.c: sig_task_ignored",
                  "kernel/pid_namespace.c: zap_pid_ns_processes")),
          new Claim(
              "pid/outer-procfs",
              "An outer procfs left mounted gives access to tasks outside to whoever passes the"
                  + " ptrace check.",
              BROKEN,
              List.of(),
              List.of(check("pid/outer-procfs", twin(1))),
              List.of("man 7 pid_namespaces", "man 5 proc", "fs/proc/base.c")),
          new Claim(
              "pid/outer-procfs.own-procfs",
              "A task that has only procfs of its own PID namespace in its tree opens nothing of a"
                  + " task outside through it.",
              HOLDS,
              List.of(PROCFS_OF_OWN_NAMESPACE),
              List.of(check("pid/outer-procfs.own-procfs", twin(3, PROCFS_OF_OWN_NAMESPACE))),
              List.of("man 7 pid_namespaces", "fs/proc/root.c: proc_init_fs_context")),
          new Claim(
              "pid/one-way-visibility",
              "A parent sees its children's tasks, each with a number in every namespace up to the"
                  + " root; a child sees nothing outside.",
              HOLDS,
              List.of(PID_LOOKUP_IN_OWN_NAMESPACE, PID_IN_EVERY_ANCESTOR),
              List.of(
                  check(
                      "pid/one-way-visibility",
                      twin(1, PID_LOOKUP_IN_OWN_NAMESPACE),
                      twin(1, PID_IN_EVERY_ANCESTOR))),
              List.of("man 7 pid_namespaces", "kernel/pid.c: find_task_by_vpid, alloc_pid")));

  private PidClaims() {}

  /** The claims. */
  static List<Claim> all() {
    return ALL;
  }
}
