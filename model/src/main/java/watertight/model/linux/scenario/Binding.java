package watertight.model.linux.scenario;

import java.util.Map;
import watertight.model.linux.Syscall;

/** Puts the descriptors that a program has bound into its calls. */
final class Binding {
  private Binding() {}

  static Syscall apply(Syscall call, Map<Integer, Integer> bound) {
    return switch (call) {
      case Syscall.Openat c ->
          new Syscall.Openat(fd(c.dirfd(), bound), c.path(), c.flags(), c.mode());
      case Syscall.Openat2 c ->
          new Syscall.Openat2(fd(c.dirfd(), bound), c.path(), c.how(), c.size());
      case Syscall.Close c -> new Syscall.Close(fd(c.fd(), bound));
      case Syscall.Read c -> new Syscall.Read(fd(c.fd(), bound), c.count());
      case Syscall.Readlinkat c -> new Syscall.Readlinkat(fd(c.dirfd(), bound), c.path(), c.size());
      case Syscall.Fchdir c -> new Syscall.Fchdir(fd(c.fd(), bound));
      case Syscall.Sendmsg c ->
          new Syscall.Sendmsg(
              fd(c.fd(), bound), c.data(), c.fds().stream().map(n -> fd(n, bound)).toList());
      case Syscall.Setns c -> new Syscall.Setns(fd(c.fd(), bound), c.type());
      case Syscall.Recvmsg c -> new Syscall.Recvmsg(fd(c.fd(), bound), c.size());
      case Syscall.Open c -> c;
      case Syscall.Mkdir c -> c;
      case Syscall.Symlink c -> c;
      case Syscall.Readlink c -> c;
      case Syscall.Rename c -> c;
      case Syscall.Stat c -> c;
      case Syscall.Lstat c -> c;
      case Syscall.Chdir c -> c;
      case Syscall.Getcwd c -> c;
      case Syscall.Chroot c -> c;
      case Syscall.Mount c -> c;
      case Syscall.Umount2 c -> c;
      case Syscall.Clone c -> c;
      case Syscall.Unshare c -> c;
      case Syscall.Sethostname c -> c;
      case Syscall.Setdomainname c -> c;
      case Syscall.Uname c -> c;
      case Syscall.Exit c -> c;
      case Syscall.ExitGroup c -> c;
      case Syscall.Wait4 c -> c;
      case Syscall.Getpid c -> c;
      case Syscall.Gettid c -> c;
      case Syscall.Getppid c -> c;
      case Syscall.Getpgid c -> c;
      case Syscall.Getsid c -> c;
      case Syscall.Setpgid c -> c;
      case Syscall.Setsid c -> c;
      case Syscall.Kill c -> c;
      case Syscall.Tgkill c -> c;
      case Syscall.PidfdOpen c -> c;
      case Syscall.PidfdSendSignal c ->
          new Syscall.PidfdSendSignal(fd(c.pidfd(), bound), c.signal(), c.flags());
      case Syscall.RtSigaction c -> c;
      case Syscall.RtSigprocmask c -> c;
      case Syscall.Prctl c -> c;
      case Syscall.Reboot c -> c;
      case Syscall.Setresuid c -> c;
      case Syscall.Capset c -> c;
      case Syscall.Socketpair c -> c;
    };
  }

  private static int fd(int fd, Map<Integer, Integer> bound) {
    return fd <= Party.Line.bound(0) ? bound.getOrDefault(Party.Line.bound(0) - fd, -1) : fd;
  }
}
