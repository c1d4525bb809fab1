package watertight.model.linux.namespace;

import static watertight.model.linux.credential.Capability.CAP_SYS_ADMIN;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_CHECKS_OWN_NAMESPACE;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_CHECKS_TARGET_OWNER;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_NAMESPACE;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_OPEN;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_TYPE;

import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.OpenFileState.Access;
import watertight.model.linux.task.OpenFileState.OpenPath;

/** man 2 setns, with a descriptor of a namespace; kernel/nsproxy.c, kernel/utsname.c. */
public final class Setns {
  private Setns() {}

  /** Enters the namespace that {@code fd} refers to. */
  public static Result setns(Caller c, int fd, int type) {
    OpenFileState file = c.file(fd);
    if (file == null || file instanceof OpenPath path && path.access() == Access.PATH) {
      return new Refused(SETNS_OPEN);
    }
    if (!(file instanceof OpenPath open && open.path().dentry() instanceof NsDentry(var target))) {
      return new Refused(SETNS_NAMESPACE);
    }
    if (c.refuses(SETNS_TYPE, type != 0 && type != (int) target.type().flag())) {
      return new Refused(SETNS_TYPE);
    }
    Gate gate = refusal(c);
    if (gate != null) {
      return new Refused(gate);
    }
    NsProxyCell cell = new NsProxyCell(c.task());
    c.cells().set(cell, c.cells().get(cell).with(target));
    return Reply.zero();
  }

  /** There is one user namespace: it owns every namespace, and is every caller's own. */
  private static Gate refusal(Caller c) {
    if (c.refuses(SETNS_CHECKS_TARGET_OWNER, !c.can(CAP_SYS_ADMIN))) {
      return SETNS_CHECKS_TARGET_OWNER;
    }
    return c.refuses(SETNS_CHECKS_OWN_NAMESPACE, !c.can(CAP_SYS_ADMIN))
        ? SETNS_CHECKS_OWN_NAMESPACE
        : null;
  }
}
