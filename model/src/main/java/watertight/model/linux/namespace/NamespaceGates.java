package watertight.model.linux.namespace;

import static watertight.model.linux.Errno.EBADF;
import static watertight.model.linux.Errno.EFAULT;
import static watertight.model.linux.Errno.EINVAL;
import static watertight.model.linux.Errno.ENOMEM;
import static watertight.model.linux.Errno.ENOSPC;
import static watertight.model.linux.Errno.EPERM;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of the calls on namespaces; kernel/nsproxy.c, kernel/fork.c, kernel/sys.c. */
public enum NamespaceGates implements LinuxGate {
  /** man 2 unshare: every flag is known; asked before any privilege (check_unshare_flags). */
  UNSHARE_FLAGS_KNOWN("unshare-flags-known", EINVAL, false),
  /** man 2 unshare, man 2 clone: a new namespace needs CAP_SYS_ADMIN (copy_namespaces). */
  NEW_NAMESPACE_NEEDS_CAPABILITY("new-namespace-needs-capability", EPERM, false),
  /** man 2 clone: no new mount namespace with a shared fs_struct (copy_process). */
  CLONE_NEWNS_OWN_FS("clone-newns-own-fs", EINVAL, false),
  /** man 2 unshare: CLONE_NEWPID not while children go elsewhere already (copy_pid_ns). */
  NEWPID_ONCE("newpid-once", EINVAL, false),
  /** man 7 pid_namespaces: 32 levels below the initial one (MAX_PID_NS_LEVEL). */
  NEWPID_LEVELS("newpid-levels", ENOSPC, false),
  /** man 2 clone: nobody is made in a PID namespace whose init has ended (alloc_pid). */
  PID_NAMESPACE_ALIVE("pid-namespace-alive", ENOMEM, false),
  /** man 2 setns: the PID namespace is the caller's own or a descendant (pidns_install). */
  SETNS_PID_MUST_DESCEND("setns-pid-must-descend", EINVAL, false),
  /** man 2 setns: the descriptor is open, and not only to name a path (fdget). */
  SETNS_OPEN("setns-open", EBADF, true),
  /** man 2 setns: it refers to a namespace (proc_ns_file). */
  SETNS_NAMESPACE("setns-namespace", EINVAL, true),
  /** man 2 setns: that is of the kind asked for, or any kind will do. */
  SETNS_TYPE("setns-type", EINVAL, false),
  /** man 2 setns: CAP_SYS_ADMIN over the owner of the namespace to enter (utsns_install). */
  SETNS_CHECKS_TARGET_OWNER("setns-checks-target-owner", EPERM, false),
  /**
   * man 2 setns: CAP_SYS_ADMIN in the caller's own user namespace too, and for a mount namespace
   * CAP_SYS_CHROOT (utsns_install, mntns_install).
   */
  SETNS_CHECKS_OWN_NAMESPACE("setns-checks-own-namespace", EPERM, false),
  /** man 2 setns: an fs_struct of one's own to enter a mount namespace (mntns_install). */
  SETNS_OWN_FS("setns-own-fs", EINVAL, false),
  /** man 2 sethostname: CAP_SYS_ADMIN over the owner of the UTS namespace. */
  HOSTNAME_NEEDS_CAPABILITY("hostname-needs-capability", EPERM, false),
  /** man 2 sethostname: a length from 0 to 64 (__NEW_UTS_LEN). */
  HOSTNAME_LENGTH("hostname-length", EINVAL, false),
  /** man 2 sethostname: the name is at an address of the caller. */
  HOSTNAME_ADDRESS("hostname-address", EFAULT, true),
  /** man 2 uname: there is room at an address of the caller. */
  UNAME_ADDRESS("uname-address", EFAULT, true);

  private final Plate plate;

  NamespaceGates(String id, Errno code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
