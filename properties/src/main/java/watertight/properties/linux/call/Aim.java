package watertight.properties.linux.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import watertight.model.Cells;
import watertight.model.linux.MountFlags;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.namespace.NsLink;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.OpenFileState.OpenPidfd;
import watertight.model.linux.task.OpenFileState.OpenSocket;
import watertight.model.linux.task.SocketCell;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/**
 * Calls with arguments that are there in a state: descriptors that are open and of the right sort,
 * names that exist. Flags, modes and sizes stay as they are. Where nothing of the sort is there,
 * the call becomes one that makes it: an open instead of a read, a send instead of a receive.
 */
final class Aim {
  /** One in so many aims at what no call may change or make: a task's directory of procfs. */
  private static final int IN_PROCFS = 24;

  /** Mount namespaces are entered under conditions that others are not. */
  private static final List<NsLink> LINKS =
      List.of(NsLink.UTS, NsLink.MNT, NsLink.MNT, NsLink.PID, NsLink.PID_FOR_CHILDREN);

  private final Cells cells;
  private final Task task;
  private final int choice;
  private final Path root;
  private final Path cwd;

  /** Aims calls of a running task; {@code choice} picks among what there is. */
  Aim(Cells cells, Task task, int choice) {
    this.cells = cells;
    this.task = task;
    this.choice = choice;
    var fs = cells.view(new TaskCell(task), new TaskCell.FsOf());
    this.root = cells.view(new FsCell(fs), new FsCell.Root());
    this.cwd = cells.view(new FsCell(fs), new FsCell.Cwd());
  }

  /** The call with better arguments, as far as there are any. */
  Syscall at(Syscall call) {
    Seen seen = Seen.from(cells, root);
    AimAtProcesses processes = new AimAtProcesses(cells, task, choice);
    return switch (call) {
      case Syscall.Open c ->
          new Syscall.Open(toOpen(seen, c.path(), c.flags()), c.flags(), c.mode());
      case Syscall.Openat c ->
          new Syscall.Openat(c.dirfd(), toOpen(seen, c.path(), c.flags()), c.flags(), c.mode());
      case Syscall.Openat2 c -> openat2(c);
      case Syscall.Close c -> new Syscall.Close(fd(c.fd(), file -> true));
      case Syscall.Read c ->
          has(this::isReadable)
              ? new Syscall.Read(fd(c.fd(), this::isReadable), c.count())
              : new Syscall.Open(name(seen.files(), "/"), OpenFlags.O_RDONLY, 0);
      case Syscall.Mkdir c -> new Syscall.Mkdir(fresh(seen), c.mode());
      case Syscall.Symlink c -> new Syscall.Symlink(c.target(), fresh(seen));
      case Syscall.Readlink c -> new Syscall.Readlink(name(seen.links(), c.path()), c.size());
      case Syscall.Readlinkat c ->
          new Syscall.Readlinkat(c.dirfd(), name(seen.links(), c.path()), c.size());
      case Syscall.Rename c -> rename(seen, c);
      case Syscall.Stat c ->
          new Syscall.Stat(
              choice % 2 == 0 ? directory(seen, c.path()) : name(seen.all(), c.path()));
      case Syscall.Lstat c -> new Syscall.Lstat(name(seen.all(), c.path()));
      case Syscall.Chdir c -> new Syscall.Chdir(directory(seen, c.path()));
      case Syscall.Fchdir c ->
          has(this::isDirectory)
              ? new Syscall.Fchdir(fd(c.fd(), this::isDirectory))
              : new Syscall.Open(name(seen.directories(), "/"), OpenFlags.O_PATH, 0);
      case Syscall.Chroot c -> new Syscall.Chroot(name(seen.directories(), c.path()));
      case Syscall.Mount c -> mount(seen, c);
      case Syscall.Umount2 c ->
          new Syscall.Umount2(name(seen.mountpoints(), c.target()), c.flags());
      case Syscall.Sendmsg c ->
          has(Aim::isSocket) ? sendmsg(c.data(), c.fds()) : new Syscall.Socketpair();
      case Syscall.Recvmsg c -> recvmsg(c);
      case Syscall.Getcwd c -> c;
      case Syscall.Clone c -> c;
      case Syscall.Unshare c -> c;
      case Syscall.Setns c -> setns(c);
      case Syscall.Sethostname c -> c;
      case Syscall.Setdomainname c -> c;
      case Syscall.Uname c -> c;
      case Syscall.Exit c -> c;
      case Syscall.ExitGroup c -> c;
      case Syscall.Getpid c -> c;
      case Syscall.Gettid c -> c;
      case Syscall.Getppid c -> c;
      case Syscall.Setsid c -> processes.at(c);
      case Syscall.RtSigprocmask c -> c;
      case Syscall.Prctl c -> c;
      case Syscall.Reboot c -> c;
      case Syscall.Wait4 c -> processes.at(c);
      case Syscall.Getpgid c -> processes.at(c);
      case Syscall.Getsid c -> processes.at(c);
      case Syscall.Setpgid c -> processes.at(c);
      case Syscall.Kill c -> processes.at(c);
      case Syscall.Tgkill c -> processes.at(c);
      case Syscall.PidfdOpen c -> processes.at(c);
      case Syscall.PidfdSendSignal c -> pidfdSend(processes, c);
      case Syscall.RtSigaction c -> processes.at(c);
      case Syscall.Setresuid c -> c;
      case Syscall.Capset c -> c;
      case Syscall.Socketpair c -> c;
    };
  }

  /** Who stands in a directory that was removed mounts on it, or binds it. */
  private Syscall mount(Seen seen, Syscall.Mount call) {
    boolean removed = !Tree.isHashed(cells, cwd.dentry());
    boolean binds = (call.flags() & MountFlags.MS_BIND) != 0;
    boolean here = removed && choice % 2 == 0;
    String target = here ? "." : directory(seen, call.target());
    String source =
        !binds || choice % 3 == 0 ? call.source() : removed && !here ? "." : other(seen);
    return new Syscall.Mount(source, target, call.type(), call.flags());
  }

  /** A directory that is not the one by {@link #name}. */
  private String other(Seen seen) {
    List<String> directories = seen.directories();
    String name = directories.get(choice / 5 % directories.size());
    return name.isEmpty() ? "/" : name;
  }

  private @Nullable String toOpen(Seen seen, @Nullable String path, long flags) {
    if (choice % IN_PROCFS == 1) {
      return (flags & OpenFlags.O_DIRECTORY) != 0 ? "/proc/self" : namespace();
    }
    boolean creates = (flags & OpenFlags.O_CREAT) != 0;
    return creates ? fresh(seen) : name(choice % 3 == 0 ? seen.directories() : seen.all(), path);
  }

  /** A relative path from where the walk starts, since scoped walks take no other. */
  private Syscall openat2(Syscall.Openat2 call) {
    int fd = call.dirfd() == Syscall.AT_FDCWD ? call.dirfd() : fd(call.dirfd(), this::isDirectory);
    OpenFileState open = fd == Syscall.AT_FDCWD ? null : behind(fd);
    Path start = open == null || open.pathOrNull() == null ? cwd : open.pathOrNull();
    boolean creates = (call.how().flags() & OpenFlags.O_CREAT) != 0;
    Seen below = Seen.from(cells, start);
    String path = creates ? fresh(below) : name(below.all(), "/.");
    return new Syscall.Openat2(fd, relative(path), call.how(), call.size());
  }

  private static String relative(String path) {
    return path.equals("/") ? "." : path.substring(1);
  }

  private Syscall sendmsg(String data, List<Integer> drawn) {
    List<Integer> fds = drawn.stream().map(fd -> fd(fd, file -> true)).toList();
    return new Syscall.Sendmsg(fd(-1, Aim::isSocket), data, fds);
  }

  private Syscall setns(Syscall.Setns call) {
    return has(Aim::isNamespace)
        ? new Syscall.Setns(fd(call.fd(), Aim::isNamespace), call.type())
        : new Syscall.Open(namespace(), OpenFlags.O_RDONLY, 0);
  }

  /** A link to a namespace of this or another task. */
  private String namespace() {
    List<Task> tasks = cells.get(new TasksCell()).list();
    int pid = cells.get(new TasksCell()).pid(tasks.get(choice % tasks.size()));
    String name = LINKS.get(choice / tasks.size() % LINKS.size()).text();
    return "/proc/" + (choice % 3 == 0 ? "self" : String.valueOf(pid)) + "/ns/" + name;
  }

  private Syscall pidfdSend(AimAtProcesses processes, Syscall.PidfdSendSignal call) {
    return has(OpenPidfd.class::isInstance)
        ? new Syscall.PidfdSendSignal(
            fd(call.pidfd(), OpenPidfd.class::isInstance), processes.signal(call.signal()), 0)
        : processes.at(new Syscall.PidfdOpen(0, 0));
  }

  private static boolean isNamespace(OpenFileState file) {
    return file.pathOrNull() != null && file.pathOrNull().dentry() instanceof NsDentry;
  }

  private Syscall recvmsg(Syscall.Recvmsg call) {
    if (has(this::hasMessage)) {
      return new Syscall.Recvmsg(fd(call.fd(), this::hasMessage), call.size());
    }
    return has(Aim::isSocket) ? sendmsg("x", List.of()) : new Syscall.Socketpair();
  }

  private static List<String> nonRoot(Seen seen) {
    List<String> all = new ArrayList<>(seen.all());
    all.removeAll(seen.mountpoints());
    all.remove("");
    return all;
  }

  /**
   * One in two moves what somebody stands in, or what is above it, by whatever name leads there: so
   * directories move under those who are in them. One in four takes the place of such a directory
   * that is empty.
   */
  private Syscall rename(Seen seen, Syscall.Rename call) {
    List<String> moved = seen.names(Held.andAbove(cells));
    if (choice % 2 == 0 && !moved.isEmpty()) {
      return new Syscall.Rename(name(moved, call.from()), fresh(seen));
    }
    List<String> replaced = seen.names(Held.empty(cells));
    if (choice % 4 == 1 && !replaced.isEmpty()) {
      String from = name(seen.directories(), call.from());
      return new Syscall.Rename(from, replaced.get(choice / 4 % replaced.size()));
    }
    if (choice % 8 == 5 && !seen.files().isEmpty()) {
      String to = seen.files().get(choice / 8 % seen.files().size());
      return new Syscall.Rename(name(nonRoot(seen), call.from()), to);
    }
    return choice % IN_PROCFS == 3
        ? new Syscall.Rename("/proc/self/root", "/proc/self/cwd")
        : new Syscall.Rename(name(nonRoot(seen), call.from()), fresh(seen));
  }

  /**
   * Mostly a directory by its name; now and then where the task stands, what is above that, or what
   * is below a mount.
   */
  private @Nullable String directory(Seen seen, @Nullable String otherwise) {
    return switch (choice % 8) {
      case 3, 7 -> ".";
      case 5 -> "..";
      case 1 -> name(belowMounts(seen), otherwise);
      default -> name(seen.directories(), otherwise);
    };
  }

  /** Whoever stands there may be moved out of what is mounted. */
  private static List<String> belowMounts(Seen seen) {
    return seen.directories().stream()
        .filter(name -> seen.mountpoints().stream().anyMatch(top -> name.startsWith(top + "/")))
        .toList();
  }

  private String fresh(Seen seen) {
    return name(seen.directories(), "").replaceAll("/$", "") + "/n" + choice % 7;
  }

  private @Nullable String name(List<String> names, @Nullable String otherwise) {
    String name = names.isEmpty() ? otherwise : names.get(choice % names.size());
    return "".equals(name) ? "/" : name;
  }

  private int fd(int otherwise, Predicate<OpenFileState> wanted) {
    List<Integer> open = fds(wanted);
    return open.isEmpty() ? otherwise : open.get(choice % open.size());
  }

  private boolean has(Predicate<OpenFileState> wanted) {
    return !fds(wanted).isEmpty();
  }

  private List<Integer> fds(Predicate<OpenFileState> wanted) {
    return Files.table(cells, task).files().entrySet().stream()
        .filter(entry -> entry.getKey() > 2)
        .filter(entry -> wanted.test(cells.get(new OpenFileCell(entry.getValue()))))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isSocket(OpenFileState file) {
    return file instanceof OpenSocket;
  }

  private @Nullable OpenFileState behind(int fd) {
    var file = Files.behind(cells, task, fd);
    return file == null ? null : cells.get(new OpenFileCell(file));
  }

  private boolean isDirectory(OpenFileState file) {
    return file.pathOrNull() != null && Tree.inode(cells, file.pathOrNull().dentry()).isDirectory();
  }

  private boolean isReadable(OpenFileState file) {
    return switch (file) {
      case OpenPath open ->
          open.access().reads()
              && Tree.inode(cells, open.path().dentry()).body() instanceof Body.Regular;
      case OpenSocket socket -> hasMessage(socket);
      case OpenPidfd pidfd -> false;
    };
  }

  private boolean hasMessage(OpenFileState file) {
    return file instanceof OpenSocket(var socket)
        && !cells.get(new SocketCell(socket)).queue().isEmpty();
  }
}
