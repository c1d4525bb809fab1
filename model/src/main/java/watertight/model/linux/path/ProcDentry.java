package watertight.model.linux.path;

import java.util.Locale;
import watertight.model.linux.namespace.NsLink;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.task.Task;

/**
 * A dentry of procfs: what it names follows from the tasks. man 5 proc. Each procfs shows one PID
 * namespace: that of who mounted it (proc_pid_ns).
 */
public sealed interface ProcDentry extends Dentry {
  /** The PID namespace that is shown. */
  PidNamespace shown();

  /** The root of procfs, usually seen at /proc. */
  record ProcRoot(PidNamespace shown) implements ProcDentry {
    /** Of the procfs that every world has at /proc. */
    public static final ProcRoot WORLD = new ProcRoot(PidNamespace.WORLD);
  }

  /** /proc/self, a link whose text is the reader's own number. */
  record ProcSelf(PidNamespace shown) implements ProcDentry {}

  /** /proc/version, which stands for the plain files of procfs. */
  record ProcVersion(PidNamespace shown) implements ProcDentry {}

  /** /proc/PID. */
  record ProcTask(PidNamespace shown, Task task) implements ProcDentry {}

  /** /proc/PID/sched, which stands for the plain files of a task. */
  record ProcSched(PidNamespace shown, Task task) implements ProcDentry {}

  /** A magic link of a task: /proc/PID/root, cwd or exe. */
  record ProcLink(PidNamespace shown, Task task, Which which) implements ProcDentry {}

  /** /proc/PID/fd. */
  record ProcFdDir(PidNamespace shown, Task task) implements ProcDentry {}

  /** The magic link /proc/PID/fd/N. */
  record ProcFd(PidNamespace shown, Task task, int fd) implements ProcDentry {}

  /** /proc/PID/ns. */
  record ProcNsDir(PidNamespace shown, Task task) implements ProcDentry {}

  /** A magic link to a namespace of a task: /proc/PID/ns/uts; man 7 namespaces. */
  record ProcNs(PidNamespace shown, Task task, NsLink link) implements ProcDentry {}

  /** The magic links of a task that are not descriptors. */
  enum Which {
    ROOT,
    CWD,
    EXE;

    /** The name in /proc/PID. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
