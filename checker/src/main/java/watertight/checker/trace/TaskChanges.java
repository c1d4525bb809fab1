package watertight.checker.trace;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import watertight.checker.trace.TraceStep.Change;
import watertight.model.linux.Pending;
import watertight.model.linux.PendingCell;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.namespace.NamespaceType;
import watertight.model.linux.namespace.NsProxy;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.namespace.UtsCell;
import watertight.model.linux.namespace.UtsState;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.FdTable;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.TasksCell;

/** What is different about the tasks: their places, ids, capabilities and descriptors. */
final class TaskChanges {
  private final State before;
  private final State after;
  private final List<Change> changes;

  TaskChanges(State before, State after, List<Change> changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  void add() {
    for (Task task : after.cells().get(new TasksCell()).list()) {
      life(task);
      TaskState was = before.cells().get(new TaskCell(task));
      TaskState is = after.cells().get(new TaskCell(task));
      if (was != null && was.fs() != null && is.fs() != null) {
        places(task, was.fs(), is.fs());
        credentials(task);
        namespaces(task);
        descriptors(task);
        walk(task);
      }
    }
  }

  private void differs(String what, @Nullable String from, @Nullable String to) {
    if (!Objects.equals(from, to)) {
      changes.add(new Change(what, from == null ? "" : from, to == null ? "" : to));
    }
  }

  private void life(Task task) {
    differs(
        task.letter(),
        life(before.cells().get(new TaskCell(task))),
        life(after.cells().get(new TaskCell(task))));
  }

  private static String life(@Nullable TaskState task) {
    return task == null
        ? ""
        : switch (task.life()) {
          case RUNNING, INTERRUPTED -> "runs";
          case STOPPED -> "is stopped";
          case EXITING -> "exits";
          case ZOMBIE -> "has exited";
          case REAPED -> "has exited";
        };
  }

  private void places(Task task, Fs oldFs, Fs newFs) {
    FsState was = before.cells().get(new FsCell(oldFs));
    FsState is = after.cells().get(new FsCell(newFs));
    moved(task + ".root", was.root(), is.root());
    moved(task + ".cwd", was.cwd(), is.cwd());
    differs(task + ".umask", octal(was.umask()), octal(is.umask()));
  }

  private void moved(String what, Path from, Path to) {
    if (!from.equals(to)) {
      changes.add(new Change(what, before.names().of(from), after.names().of(to)));
    }
  }

  private static String octal(int mode) {
    return "%04o".formatted(mode);
  }

  private void credentials(Task task) {
    Cred was = before.cells().get(new CredCell(task));
    Cred is = after.cells().get(new CredCell(task));
    differs(task + ".uid", uids(was), uids(is));
    differs(task + ".gid", String.valueOf(was.gid()), String.valueOf(is.gid()));
    differs(task + ".caps", caps(was.effective()), caps(is.effective()));
    if (!is.permitted().equals(is.effective()) || !was.permitted().equals(was.effective())) {
      differs(task + ".caps permitted", caps(was.permitted()), caps(is.permitted()));
    }
    differs(task + ".caps inheritable", caps(was.inheritable()), caps(is.inheritable()));
  }

  private static String uids(Cred cred) {
    return cred.ruid() == cred.euid() && cred.euid() == cred.suid()
        ? String.valueOf(cred.euid())
        : "%d effective %d saved %d".formatted(cred.ruid(), cred.euid(), cred.suid());
  }

  private static String caps(CapSet set) {
    if (set.equals(CapSet.NONE)) {
      return "none";
    }
    CapSet missing = CapSet.ALL.minus(set);
    if (missing.equals(CapSet.NONE)) {
      return "all";
    }
    return missing.list().size() < set.list().size() ? "all but " + list(missing) : list(set);
  }

  private static String list(CapSet set) {
    return set.list().stream()
        .map(one -> one.name().substring("CAP_".length()).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(","));
  }

  private void namespaces(Task task) {
    NsProxy was = before.cells().get(new NsProxyCell(task));
    NsProxy is = after.cells().get(new NsProxyCell(task));
    for (NamespaceType type : NamespaceType.values()) {
      differs(task + "." + type.text(), was.of(type).text(), is.of(type).text());
    }
    UtsState oldNames = before.cells().get(new UtsCell(was.uts()));
    UtsState newNames = after.cells().get(new UtsCell(is.uts()));
    differs(task + ".hostname", oldNames.nodename(), newNames.nodename());
    differs(task + ".domainname", oldNames.domainname(), newNames.domainname());
  }

  private void descriptors(Task task) {
    FdTable was = Files.table(before.cells(), task);
    FdTable is = Files.table(after.cells(), task);
    TreeSet<Integer> fds = new TreeSet<>(was.files().keySet());
    fds.addAll(is.files().keySet());
    for (int fd : fds) {
      descriptor(task + " fd " + fd, was.files().get(fd), is.files().get(fd));
    }
  }

  private void descriptor(String what, @Nullable OpenFile oldFile, @Nullable OpenFile newFile) {
    OpenFileState was = oldFile == null ? null : before.cells().get(new OpenFileCell(oldFile));
    OpenFileState is = newFile == null ? null : after.cells().get(new OpenFileCell(newFile));
    if (!Objects.equals(was, is)) {
      differs(what, file(before, was), file(after, is));
    }
    if (was instanceof OpenFileState.OpenPath one
        && is instanceof OpenFileState.OpenPath other
        && one.path().equals(other.path())) {
      differs(what + " offset", String.valueOf(one.offset()), String.valueOf(other.offset()));
    }
  }

  private static String file(State state, @Nullable OpenFileState file) {
    return switch (file) {
      case null -> "";
      case OpenFileState.OpenPath open -> state.names().of(open.path()) + access(open.access());
      case OpenFileState.OpenSocket socket -> "a socket";
      case OpenFileState.OpenPidfd pidfd -> "the process " + pidfd.task();
    };
  }

  private static String access(OpenFileState.Access access) {
    return switch (access) {
      case PATH -> " (path only)";
      case READ -> " (read)";
      case WRITE -> " (write)";
      case READ_WRITE -> " (read, write)";
      case NONE -> " (neither read nor write)";
    };
  }

  private void walk(Task task) {
    differs(task + " walks at", walk(before, task), walk(after, task));
  }

  private static @Nullable String walk(State state, Task task) {
    Pending pending = state.cells().get(new PendingCell(task));
    return pending == null ? null : state.names().of(pending.walk().at());
  }
}
