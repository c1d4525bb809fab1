package watertight.model.linux.namespace;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import watertight.model.linux.CloneFlags;

/** The kinds of namespaces that this model has; man 7 namespaces. */
public enum NamespaceType {
  /** Host and domain name; man 7 uts_namespaces. */
  UTS(CloneFlags.CLONE_NEWUTS),
  /** The tree of mounts; man 7 mount_namespaces. */
  MNT(CloneFlags.CLONE_NEWNS),
  /** The numbers of processes; man 7 pid_namespaces. */
  PID(CloneFlags.CLONE_NEWPID);

  private final long flag;

  NamespaceType(long flag) {
    this.flag = flag;
  }

  /** The flag of clone, unshare and setns. */
  public long flag() {
    return flag;
  }

  /** The name in /proc/PID/ns. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this name in /proc/PID/ns. */
  public static Optional<NamespaceType> named(String name) {
    return Stream.of(values()).filter(type -> type.text().equals(name)).findFirst();
  }
}
