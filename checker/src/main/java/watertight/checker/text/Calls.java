package watertight.checker.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import watertight.model.linux.Syscall;

/** All calls by name, each with its form. */
final class Calls {
  /** What can stand in a step, by name. */
  static final Names<CallForm<?>> FORMS;

  private static final CallForm<?> READ_ONLY = FileCalls.NEWFSTATAT;

  static {
    Map<String, CallForm<?>> forms = new LinkedHashMap<>();
    for (CallForm<?> form :
        List.<CallForm<?>>of(
            OpenCalls.OPEN,
            OpenCalls.OPENAT,
            OpenCalls.OPENAT2,
            FileCalls.CLOSE,
            FileCalls.READ,
            FileCalls.MKDIR,
            FileCalls.SYMLINK,
            FileCalls.READLINK,
            FileCalls.READLINKAT,
            FileCalls.RENAME,
            FileCalls.STAT,
            FileCalls.LSTAT,
            FileCalls.NEWFSTATAT,
            PlaceCalls.CHDIR,
            PlaceCalls.FCHDIR,
            PlaceCalls.GETCWD,
            PlaceCalls.CHROOT,
            PlaceCalls.MOUNT,
            PlaceCalls.UMOUNT2,
            TaskCalls.CLONE,
            NamespaceCalls.UNSHARE,
            NamespaceCalls.SETNS,
            NamespaceCalls.SETHOSTNAME,
            NamespaceCalls.SETDOMAINNAME,
            NamespaceCalls.UNAME,
            TaskCalls.EXIT,
            ProcessCalls.EXIT_GROUP,
            ProcessCalls.WAIT4,
            ProcessCalls.GETPID,
            ProcessCalls.GETTID,
            ProcessCalls.GETPPID,
            ProcessCalls.GETPGID,
            ProcessCalls.GETSID,
            ProcessCalls.SETPGID,
            ProcessCalls.SETSID,
            ProcessCalls.PRCTL,
            ProcessCalls.REBOOT,
            SignalCalls.KILL,
            SignalCalls.TGKILL,
            SignalCalls.PIDFD_OPEN,
            SignalCalls.PIDFD_SEND_SIGNAL,
            SignalCalls.RT_SIGACTION,
            SignalCalls.RT_SIGPROCMASK,
            TaskCalls.SETRESUID,
            TaskCalls.CAPSET,
            SocketCalls.SOCKETPAIR,
            SocketCalls.SENDMSG,
            SocketCalls.RECVMSG)) {
      forms.put(form.name(), form);
    }
    Set<String> later = LaterCalls.NAMES;
    FORMS = new Names<>("a call such as open, chdir or chroot", forms, later);
  }

  private Calls() {}

  /** The names of the calls, as the model has them. */
  static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(FORMS.known().keySet());
    names.remove(READ_ONLY.name());
    return names;
  }

  /** How {@code call} is written. */
  static CallForm.Spelled spelled(Syscall call) {
    return switch (call) {
      case Syscall.Open c -> OpenCalls.OPEN.with(c);
      case Syscall.Openat c -> OpenCalls.OPENAT.with(c);
      case Syscall.Openat2 c -> OpenCalls.OPENAT2.with(c);
      case Syscall.Close c -> FileCalls.CLOSE.with(c);
      case Syscall.Read c -> FileCalls.READ.with(c);
      case Syscall.Mkdir c -> FileCalls.MKDIR.with(c);
      case Syscall.Symlink c -> FileCalls.SYMLINK.with(c);
      case Syscall.Readlink c -> FileCalls.READLINK.with(c);
      case Syscall.Readlinkat c -> FileCalls.READLINKAT.with(c);
      case Syscall.Rename c -> FileCalls.RENAME.with(c);
      case Syscall.Stat c -> FileCalls.STAT.with(c);
      case Syscall.Lstat c -> FileCalls.LSTAT.with(c);
      case Syscall.Chdir c -> PlaceCalls.CHDIR.with(c);
      case Syscall.Fchdir c -> PlaceCalls.FCHDIR.with(c);
      case Syscall.Getcwd c -> PlaceCalls.GETCWD.with(c);
      case Syscall.Chroot c -> PlaceCalls.CHROOT.with(c);
      case Syscall.Mount c -> PlaceCalls.MOUNT.with(c);
      case Syscall.Umount2 c -> PlaceCalls.UMOUNT2.with(c);
      case Syscall.Clone c -> TaskCalls.CLONE.with(c);
      case Syscall.Unshare c -> NamespaceCalls.UNSHARE.with(c);
      case Syscall.Setns c -> NamespaceCalls.SETNS.with(c);
      case Syscall.Sethostname c -> NamespaceCalls.SETHOSTNAME.with(c);
      case Syscall.Setdomainname c -> NamespaceCalls.SETDOMAINNAME.with(c);
      case Syscall.Uname c -> NamespaceCalls.UNAME.with(c);
      case Syscall.Exit c -> TaskCalls.EXIT.with(c);
      case Syscall.ExitGroup c -> ProcessCalls.EXIT_GROUP.with(c);
      case Syscall.Wait4 c -> ProcessCalls.WAIT4.with(c);
      case Syscall.Getpid c -> ProcessCalls.GETPID.with(c);
      case Syscall.Gettid c -> ProcessCalls.GETTID.with(c);
      case Syscall.Getppid c -> ProcessCalls.GETPPID.with(c);
      case Syscall.Getpgid c -> ProcessCalls.GETPGID.with(c);
      case Syscall.Getsid c -> ProcessCalls.GETSID.with(c);
      case Syscall.Setpgid c -> ProcessCalls.SETPGID.with(c);
      case Syscall.Setsid c -> ProcessCalls.SETSID.with(c);
      case Syscall.Prctl c -> ProcessCalls.PRCTL.with(c);
      case Syscall.Reboot c -> ProcessCalls.REBOOT.with(c);
      case Syscall.Kill c -> SignalCalls.KILL.with(c);
      case Syscall.Tgkill c -> SignalCalls.TGKILL.with(c);
      case Syscall.PidfdOpen c -> SignalCalls.PIDFD_OPEN.with(c);
      case Syscall.PidfdSendSignal c -> SignalCalls.PIDFD_SEND_SIGNAL.with(c);
      case Syscall.RtSigaction c -> SignalCalls.RT_SIGACTION.with(c);
      case Syscall.RtSigprocmask c -> SignalCalls.RT_SIGPROCMASK.with(c);
      case Syscall.Setresuid c -> TaskCalls.SETRESUID.with(c);
      case Syscall.Capset c -> TaskCalls.CAPSET.with(c);
      case Syscall.Socketpair c -> SocketCalls.SOCKETPAIR.with(c);
      case Syscall.Sendmsg c -> SocketCalls.SENDMSG.with(c);
      case Syscall.Recvmsg c -> SocketCalls.RECVMSG.with(c);
    };
  }
}
