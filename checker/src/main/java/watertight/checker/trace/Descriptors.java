package watertight.checker.trace;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import watertight.model.Cells;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.Task;

/** The descriptors that calls name in their arguments. */
public final class Descriptors {
  private Descriptors() {}

  /** What the descriptors in {@code call} refer to; those that are not open are left out. */
  public static SortedMap<Integer, String> of(Cells cells, Task task, Syscall call) {
    SortedMap<Integer, String> objects = new TreeMap<>();
    List<Integer> named = in(call);
    if (!named.isEmpty()) {
      ObjectNames names = new ObjectNames(cells);
      for (int fd : named) {
        Path path = path(cells, task, fd);
        if (path != null) {
          objects.put(fd, names.shown(path));
        }
      }
    }
    return objects;
  }

  /** What a descriptor refers to, or null when it is not open or refers to a socket. */
  public static @Nullable Path path(Cells cells, Task task, int fd) {
    OpenFile file = Files.behind(cells, task, fd);
    return file == null ? null : cells.get(new OpenFileCell(file)).pathOrNull();
  }

  /** The descriptors that {@code call} names, open or not. */
  public static List<Integer> in(Syscall call) {
    return switch (call) {
      case Syscall.Openat c -> List.of(c.dirfd());
      case Syscall.Openat2 c -> List.of(c.dirfd());
      case Syscall.Close c -> List.of(c.fd());
      case Syscall.Read c -> List.of(c.fd());
      case Syscall.Readlinkat c -> List.of(c.dirfd());
      case Syscall.Fchdir c -> List.of(c.fd());
      case Syscall.Setns c -> List.of(c.fd());
      case Syscall.Sendmsg c -> c.fds();
      case Syscall.Recvmsg c -> List.of();
      case Syscall.Open c -> List.of();
      case Syscall.Mkdir c -> List.of();
      case Syscall.Symlink c -> List.of();
      case Syscall.Readlink c -> List.of();
      case Syscall.Rename c -> List.of();
      case Syscall.Stat c -> List.of();
      case Syscall.Lstat c -> List.of();
      case Syscall.Chdir c -> List.of();
      case Syscall.Getcwd c -> List.of();
      case Syscall.Chroot c -> List.of();
      case Syscall.Mount c -> List.of();
      case Syscall.Umount2 c -> List.of();
      case Syscall.Clone c -> List.of();
      case Syscall.Unshare c -> List.of();
      case Syscall.Sethostname c -> List.of();
      case Syscall.Setdomainname c -> List.of();
      case Syscall.Uname c -> List.of();
      case Syscall.Exit c -> List.of();
      case Syscall.ExitGroup c -> List.of();
      case Syscall.Wait4 c -> List.of();
      case Syscall.Getpid c -> List.of();
      case Syscall.Gettid c -> List.of();
      case Syscall.Getppid c -> List.of();
      case Syscall.Getpgid c -> List.of();
      case Syscall.Getsid c -> List.of();
      case Syscall.Setpgid c -> List.of();
      case Syscall.Setsid c -> List.of();
      case Syscall.Kill c -> List.of();
      case Syscall.Tgkill c -> List.of();
      case Syscall.PidfdOpen c -> List.of();
      case Syscall.PidfdSendSignal c -> List.of(c.pidfd());
      case Syscall.RtSigaction c -> List.of();
      case Syscall.RtSigprocmask c -> List.of();
      case Syscall.Prctl c -> List.of();
      case Syscall.Reboot c -> List.of();
      case Syscall.Setresuid c -> List.of();
      case Syscall.Capset c -> List.of();
      case Syscall.Socketpair c -> List.of();
    };
  }
}
