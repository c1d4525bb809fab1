package watertight.model.linux.path;

import java.util.regex.Pattern;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.namespace.NsLink;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.path.ProcDentry.ProcFd;
import watertight.model.linux.path.ProcDentry.ProcFdDir;
import watertight.model.linux.path.ProcDentry.ProcLink;
import watertight.model.linux.path.ProcDentry.ProcNs;
import watertight.model.linux.path.ProcDentry.ProcNsDir;
import watertight.model.linux.path.ProcDentry.ProcRoot;
import watertight.model.linux.path.ProcDentry.ProcSched;
import watertight.model.linux.path.ProcDentry.ProcSelf;
import watertight.model.linux.path.ProcDentry.ProcTask;
import watertight.model.linux.path.ProcDentry.ProcVersion;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;

/** procfs: names, owners and modes that follow from the tasks; man 5 proc, fs/proc/base.c. */
public final class Procfs {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  private Procfs() {}

  static Dentry child(Cells cells, ProcDentry directory, String name) {
    return switch (directory) {
      case ProcRoot root -> inRoot(cells, root.shown(), name);
      case ProcTask task -> inTask(task.shown(), task.task(), name);
      case ProcFdDir fds -> descriptor(cells, fds, name);
      case ProcNsDir dir -> namespace(dir, name);
      case ProcSelf self -> null;
      case ProcVersion version -> null;
      case ProcSched sched -> null;
      case ProcLink link -> null;
      case ProcFd fd -> null;
      case ProcNs link -> null;
    };
  }

  private static Dentry inRoot(Cells cells, PidNamespace shown, String name) {
    return switch (name) {
      case "self" -> new ProcSelf(shown);
      case "version" -> new ProcVersion(shown);
      default -> task(cells, shown, name);
    };
  }

  /** fs/proc/base.c: proc_pid_lookup, by the number in the namespace that is shown. */
  private static Dentry task(Cells cells, PidNamespace shown, String name) {
    if (!NUMBER.matcher(name).matches()) {
      return null;
    }
    Task task = PidNamespaces.named(cells, shown, Integer.parseInt(name));
    boolean known =
        task != null
            && !task.equals(Task.INIT)
            && cells.view(new TaskCell(task), new TaskCell.Known());
    return known ? new ProcTask(shown, task) : null;
  }

  /** Whether a name leads to the directory of the world's pid 1, of which nothing is known. */
  static boolean isInit(Dentry directory, String name) {
    return name.equals("1") && directory.equals(ProcRoot.WORLD);
  }

  private static Dentry inTask(PidNamespace shown, Task task, String name) {
    return switch (name) {
      case "root" -> new ProcLink(shown, task, ProcDentry.Which.ROOT);
      case "cwd" -> new ProcLink(shown, task, ProcDentry.Which.CWD);
      case "exe" -> new ProcLink(shown, task, ProcDentry.Which.EXE);
      case "fd" -> new ProcFdDir(shown, task);
      case "ns" -> new ProcNsDir(shown, task);
      case "sched" -> new ProcSched(shown, task);
      default -> null;
    };
  }

  /** fs/proc/namespaces.c: proc_ns_dir_lookup. */
  private static Dentry namespace(ProcNsDir dir, String name) {
    return NsLink.named(name).map(link -> new ProcNs(dir.shown(), dir.task(), link)).orElse(null);
  }

  private static Dentry descriptor(Cells cells, ProcFdDir fds, String name) {
    if (!NUMBER.matcher(name).matches()) {
      return null;
    }
    int fd = Integer.parseInt(name);
    boolean open = Files.behind(cells, fds.task(), fd) != null;
    return open ? new ProcFd(fds.shown(), fds.task(), fd) : null;
  }

  /** The reader's number, which /proc/self says; 0 for who has none there (proc_self_get_link). */
  static int self(Caller c, ProcSelf self) {
    return PidNamespaces.number(c.cells(), self.shown(), c.task());
  }

  static Dentry parent(ProcDentry dentry) {
    return switch (dentry) {
      case ProcRoot root -> root;
      case ProcSelf self -> new ProcRoot(self.shown());
      case ProcVersion version -> new ProcRoot(version.shown());
      case ProcTask task -> new ProcRoot(task.shown());
      case ProcSched sched -> new ProcTask(sched.shown(), sched.task());
      case ProcLink link -> new ProcTask(link.shown(), link.task());
      case ProcFdDir fds -> new ProcTask(fds.shown(), fds.task());
      case ProcFd fd -> new ProcFdDir(fd.shown(), fd.task());
      case ProcNsDir dir -> new ProcTask(dir.shown(), dir.task());
      case ProcNs link -> new ProcNsDir(link.shown(), link.task());
    };
  }

  static String name(Cells cells, ProcDentry dentry) {
    return switch (dentry) {
      case ProcRoot root -> "";
      case ProcSelf self -> "self";
      case ProcVersion version -> "version";
      case ProcTask task -> number(cells, task);
      case ProcSched sched -> "sched";
      case ProcLink link -> link.which().text();
      case ProcFdDir fds -> "fd";
      case ProcFd fd -> String.valueOf(fd.fd());
      case ProcNsDir dir -> "ns";
      case ProcNs link -> link.link().text();
    };
  }

  private static String number(Cells cells, ProcTask dentry) {
    return String.valueOf(PidNamespaces.number(cells, dentry.shown(), dentry.task()));
  }

  static InodeState inode(Cells cells, ProcDentry dentry) {
    return switch (dentry) {
      case ProcRoot root -> directory(0555, 0, 0);
      case ProcSelf self -> new InodeState(new Body.Symlink("self"), 0777, 0, 0);
      case ProcVersion version -> new InodeState(new Body.Regular(""), 0444, 0, 0);
      case ProcTask task -> ofTask(cells, task.task(), new Body.Directory(false), 0555);
      case ProcSched sched -> owned(cells, sched.task(), new Body.Regular(""), 0644);
      case ProcLink link -> owned(cells, link.task(), new Body.MagicLink(), 0777);
      case ProcFdDir fds -> owned(cells, fds.task(), new Body.Directory(false), 0500);
      case ProcFd fd -> owned(cells, fd.task(), new Body.MagicLink(), linkMode(cells, fd));
      case ProcNsDir dir -> owned(cells, dir.task(), new Body.Directory(false), 0511);
      case ProcNs link -> owned(cells, link.task(), new Body.MagicLink(), 0777);
    };
  }

  private static InodeState directory(int mode, int uid, int gid) {
    return new InodeState(new Body.Directory(false), mode, uid, gid);
  }

  /** The owner is the task's effective user, whether or not it is dumpable (task_dump_owner). */
  private static InodeState ofTask(Cells cells, Task task, Body body, int mode) {
    var cred = cells.get(new CredCell(task));
    return new InodeState(body, mode, cred.euid(), cred.gid());
  }

  /** The owner is root when the task is not dumpable (task_dump_owner). */
  private static InodeState owned(Cells cells, Task task, Body body, int mode) {
    boolean dumpable = cells.view(new TaskCell(task), new TaskCell.Dumpable());
    return dumpable ? ofTask(cells, task, body, mode) : new InodeState(body, mode, 0, 0);
  }

  /** The access mode of the descriptor shows in the link's mode (tid_fd_update_inode). */
  private static int linkMode(Cells cells, ProcFd fd) {
    OpenFileState state = file(cells, fd);
    if (!(state instanceof OpenPath open)) {
      return 0700;
    }
    return (open.access().reads() ? 0500 : 0) | (open.access().writes() ? 0300 : 0);
  }

  /** What a descriptor's magic link refers to, or null when it is not open. */
  static OpenFileState file(Cells cells, ProcFd fd) {
    OpenFile file = Files.behind(cells, fd.task(), fd.fd());
    return file == null ? null : cells.get(new OpenFileCell(file));
  }
}
