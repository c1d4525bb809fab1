package watertight.model.linux.path;

import watertight.model.linux.namespace.NamespaceType;
import watertight.model.linux.task.Task;

/** A dentry of procfs: what it names follows from the tasks. man 5 proc. */
public sealed interface ProcDentry extends Dentry {
  /** The root of procfs, usually seen at /proc. */
  record ProcRoot() implements ProcDentry {}

  /** /proc/self, a link whose text is the reader's own number. */
  record ProcSelf() implements ProcDentry {}

  /** /proc/version, which stands for the plain files of procfs. */
  record ProcVersion() implements ProcDentry {}

  /** /proc/PID. */
  record ProcTask(Task task) implements ProcDentry {}

  /** /proc/PID/sched, which stands for the plain files of a task. */
  record ProcSched(Task task) implements ProcDentry {}

  /** A magic link of a task: /proc/PID/root, cwd or exe. */
  record ProcLink(Task task, Which which) implements ProcDentry {}

  /** /proc/PID/fd. */
  record ProcFdDir(Task task) implements ProcDentry {}

  /** The magic link /proc/PID/fd/N. */
  record ProcFd(Task task, int fd) implements ProcDentry {}

  /** /proc/PID/ns. */
  record ProcNsDir(Task task) implements ProcDentry {}

  /** A magic link to a namespace of a task: /proc/PID/ns/uts; man 7 namespaces. */
  record ProcNs(Task task, NamespaceType type) implements ProcDentry {}

  /** The magic links of a task that are not descriptors. */
  enum Which {
    ROOT,
    CWD,
    EXE;

    /** The name in /proc/PID. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
