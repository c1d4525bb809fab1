package watertight.model.linux.namespace;

import static watertight.model.linux.credential.Capability.CAP_SYS_ADMIN;
import static watertight.model.linux.credential.Capability.CAP_SYS_CHROOT;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_CHECKS_OWN_NAMESPACE;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_CHECKS_TARGET_OWNER;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_NAMESPACE;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_OPEN;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_OWN_FS;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_PID_MUST_DESCEND;
import static watertight.model.linux.namespace.NamespaceGates.SETNS_TYPE;

import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.mount.MountNamespaces;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.OpenFileState.Access;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.Sharing;

/** man 2 setns, with a descriptor of a namespace; kernel/nsproxy.c, kernel/utsname.c. */
public final class Setns {
  private Setns() {}

  /** Enters the namespace that {@code fd} refers to. */
  public static Result setns(Caller c, int fd, int type) {
    OpenFileState file = c.file(fd);
    if (file == null || file instanceof OpenPath path && path.access() == Access.PATH) {
      return new Refused(SETNS_OPEN);
    }
    if (file instanceof OpenFileState.OpenPidfd) {
      return new Result.NotEnabled("setns with a pidfd is not in this version");
    }
    if (!(file instanceof OpenPath open && open.path().dentry() instanceof NsDentry(var target))) {
      return new Refused(SETNS_NAMESPACE);
    }
    if (c.refuses(SETNS_TYPE, type != 0 && type != (int) target.type().flag())) {
      return new Refused(SETNS_TYPE);
    }
    Gate gate = refusal(c, target);
    if (gate != null) {
      return new Refused(gate);
    }
    if (target instanceof MountNamespace mnt) {
      FsCell fs = new FsCell(c.fs());
      Path landing = MountNamespaces.landing(c, mnt);
      if (!Mounts.isAttached(c.cells(), landing.mount())) {
        return new Result.NotEnabled("the namespace has no root any more, which is outside");
      }
      c.cells().set(fs, new FsState(landing, landing, c.umask()));
    }
    NsProxyCell cell = new NsProxyCell(c.task());
    c.cells().set(cell, c.cells().get(cell).with(target));
    return Reply.zero();
  }

  /** There is one user namespace: it owns every namespace, and is every caller's own. */
  private static Gate refusal(Caller c, Namespace target) {
    if (c.refuses(SETNS_CHECKS_TARGET_OWNER, !c.can(CAP_SYS_ADMIN))) {
      return SETNS_CHECKS_TARGET_OWNER;
    }
    boolean mounts = target instanceof MountNamespace;
    boolean own = c.can(CAP_SYS_ADMIN) && (!mounts || c.can(CAP_SYS_CHROOT));
    if (c.refuses(SETNS_CHECKS_OWN_NAMESPACE, !own)) {
      return SETNS_CHECKS_OWN_NAMESPACE;
    }
    if (target instanceof PidNamespace pid) {
      PidNamespace active = PidNamespaces.active(c.cells(), c.task());
      boolean below = PidNamespaces.isBelow(c.cells(), pid, active);
      return c.refuses(SETNS_PID_MUST_DESCEND, !below) ? SETNS_PID_MUST_DESCEND : null;
    }
    return c.refuses(SETNS_OWN_FS, mounts && Sharing.sharesFs(c)) ? SETNS_OWN_FS : null;
  }
}
