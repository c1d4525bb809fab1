package watertight.model.linux.claim;

import static watertight.model.Claim.Expected.HOLDS;
import static watertight.model.linux.namespace.NamespaceChoices.HOSTNAME_PER_NAMESPACE;
import static watertight.model.linux.namespace.NamespaceChoices.PID_FOR_CHILDREN_ONLY;
import static watertight.model.linux.namespace.NamespaceGates.HOSTNAME_NEEDS_CAPABILITY;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_CHECKS_OWN_NAMESPACE;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_CHECKS_TARGET_OWNER;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_PID_MUST_DESCEND;

import java.util.List;
import java.util.Set;
import watertight.model.Claim;
import watertight.model.Claim.Check;
import watertight.model.Claim.Twin;
import watertight.model.Guard;

/** The claims about namespaces: how they are entered, and what each kind keeps apart. */
public final class NamespaceClaims {
  private static final List<Claim> ALL =
      List.of(
          new Claim(
              "ns/setns-needs-capability",
              "A task is only in namespaces that it was born in, made, or entered with"
                  + " CAP_SYS_ADMIN both over their owner and in its own user namespace.",
              HOLDS,
              List.of(SETNS_CHECKS_TARGET_OWNER, SETNS_CHECKS_OWN_NAMESPACE),
              List.of(
                  check(
                      "ns/setns-needs-capability",
                      twin(4, SETNS_CHECKS_TARGET_OWNER, SETNS_CHECKS_OWN_NAMESPACE))),
              List.of("man 2 setns, EPERM", "kernel/utsname.c: utsns_install")),
          new Claim(
              "ns/setns-needs-capability.mount",
              "A mount namespace that a task was not born in and did not make, it has entered with"
                  + " CAP_SYS_CHROOT in its own user namespace.",
              HOLDS,
              List.of(SETNS_CHECKS_OWN_NAMESPACE),
              List.of(
                  check("ns/setns-needs-capability.mount", twin(3, SETNS_CHECKS_OWN_NAMESPACE))),
              List.of("man 2 setns, EPERM", "fs/namespace.c: mntns_install")),
          new Claim(
              "ns/setns-pid-only-descends",
              "The PID namespace of a task's later children is its own or a descendant of it.",
              HOLDS,
              List.of(SETNS_PID_MUST_DESCEND),
              List.of(check("ns/setns-pid-only-descends", twin(3, SETNS_PID_MUST_DESCEND))),
              List.of(
                  "man 2 setns, EINVAL",
                  "man 7 pid_namespaces",
                  "kernel/pid_namespace.c: pidns_install")),
          new Claim(
              "ns/unshare-pid-affects-children",
              "A task's own numbers never change; after unshare its next child is number 1.",
              HOLDS,
              List.of(PID_FOR_CHILDREN_ONLY),
              List.of(check("ns/unshare-pid-affects-children", twin(1, PID_FOR_CHILDREN_ONLY))),
              List.of("man 2 unshare", "man 7 pid_namespaces", "kernel/nsproxy.c")),
          new Claim(
              "uts/own-hostname",
              "sethostname is seen in its namespace alone, and needs the capability over that"
                  + " namespace's owner.",
              HOLDS,
              List.of(HOSTNAME_PER_NAMESPACE, HOSTNAME_NEEDS_CAPABILITY),
              List.of(
                  check(
                      "uts/own-hostname",
                      twin(2, HOSTNAME_PER_NAMESPACE),
                      twin(1, HOSTNAME_NEEDS_CAPABILITY))),
              List.of("man 2 sethostname", "man 7 uts_namespaces", "kernel/utsname.c")));

  private NamespaceClaims() {}

  /** The claims, by system. */
  public static List<Claim> all() {
    return ALL;
  }

  private static Check check(String scenario, Twin... twins) {
    return new Check(scenario, List.of(twins));
  }

  private static Twin twin(int steps, Guard... away) {
    return new Twin(Set.of(away), steps);
  }
}
