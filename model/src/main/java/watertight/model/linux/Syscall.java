package watertight.model.linux;

import java.util.List;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.signal.SignalSet;

/**
 * A system call with its arguments, as a task makes it. A path that is null is a bad address.
 * Paths, names and contents are bytes to the kernel: here each character is one, 0 to 0xff. Adding
 * a call makes the compiler list every place to think about.
 */
public sealed interface Syscall {
  /** The descriptor that stands for the working directory (AT_FDCWD). */
  int AT_FDCWD = -100;

  /** man 2 open. */
  record Open(String path, long flags, long mode) implements Syscall {}

  /** man 2 openat. */
  record Openat(int dirfd, String path, long flags, long mode) implements Syscall {}

  /** man 2 openat2. */
  record Openat2(int dirfd, String path, OpenHow how, long size) implements Syscall {}

  /** man 2 close. */
  record Close(int fd) implements Syscall {}

  /** man 2 read. */
  record Read(int fd, long count) implements Syscall {}

  /** man 2 mkdir. */
  record Mkdir(String path, int mode) implements Syscall {}

  /** man 2 symlink. */
  record Symlink(String target, String linkpath) implements Syscall {}

  /** man 2 readlink. */
  record Readlink(String path, long size) implements Syscall {}

  /** man 2 readlinkat. */
  record Readlinkat(int dirfd, String path, long size) implements Syscall {}

  /** man 2 rename. */
  record Rename(String from, String to) implements Syscall {}

  /** man 2 stat. */
  record Stat(String path) implements Syscall {}

  /** man 2 lstat. */
  record Lstat(String path) implements Syscall {}

  /** man 2 chdir. */
  record Chdir(String path) implements Syscall {}

  /** man 2 fchdir. */
  record Fchdir(int fd) implements Syscall {}

  /** man 2 getcwd, the system call: it counts the terminator. */
  record Getcwd(long size) implements Syscall {}

  /** man 2 chroot. */
  record Chroot(String path) implements Syscall {}

  /** man 2 mount. */
  record Mount(String source, String target, String type, long flags) implements Syscall {}

  /** man 2 umount2. */
  record Umount2(String target, long flags) implements Syscall {}

  /** man 2 clone; the child goes on from the same point. */
  record Clone(long flags) implements Syscall {}

  /** man 2 unshare. */
  record Unshare(long flags) implements Syscall {}

  /** man 2 setns; 0 as the type is any. */
  record Setns(int fd, int type) implements Syscall {}

  /**
   * man 2 sethostname. Behind the end of the name are zero bytes.
   *
   * @param length how many bytes are taken from {@code nodename}
   */
  record Sethostname(String nodename, int length) implements Syscall {}

  /** man 2 setdomainname; as {@link Sethostname}. */
  record Setdomainname(String domainname, int length) implements Syscall {}

  /**
   * man 2 uname.
   *
   * @param address whether the buffer is an address of the caller
   */
  record Uname(boolean address) implements Syscall {}

  /** man 2 exit. */
  record Exit(int status) implements Syscall {}

  /** man 2 exit_group: with one thread the same as exit. */
  record ExitGroup(int status) implements Syscall {}

  /** man 2 wait4. */
  record Wait4(int pid, int options) implements Syscall {}

  /** man 2 getpid. */
  record Getpid() implements Syscall {}

  /** man 2 gettid. */
  record Gettid() implements Syscall {}

  /** man 2 getppid. */
  record Getppid() implements Syscall {}

  /** man 2 getpgid. */
  record Getpgid(int pid) implements Syscall {}

  /** man 2 getsid. */
  record Getsid(int pid) implements Syscall {}

  /** man 2 setpgid. */
  record Setpgid(int pid, int pgid) implements Syscall {}

  /** man 2 setsid. */
  record Setsid() implements Syscall {}

  /** man 2 kill. */
  record Kill(int pid, int signal) implements Syscall {}

  /** man 2 tgkill. */
  record Tgkill(int tgid, int tid, int signal) implements Syscall {}

  /** man 2 pidfd_open. */
  record PidfdOpen(int pid, long flags) implements Syscall {}

  /** man 2 pidfd_send_signal, without a siginfo of the caller's own. */
  record PidfdSendSignal(int pidfd, int signal, long flags) implements Syscall {}

  /**
   * man 2 rt_sigaction: what a signal does from now on; a handler restarts what it interrupts
   * (SA_RESTART).
   *
   * @param flags SA_NOCLDSTOP and SA_NOCLDWAIT, which count for SIGCHLD
   */
  record RtSigaction(int signal, Disposition disposition, long flags) implements Syscall {}

  /** man 2 rt_sigprocmask. */
  record RtSigprocmask(int how, SignalSet set) implements Syscall {}

  /** man 2 reboot: here only as the end of a PID namespace below the world's. */
  record Reboot(int command) implements Syscall {}

  /** man 2 prctl. */
  record Prctl(PrctlOption option, long argument) implements Syscall {}

  /** man 2 setresuid; −1 leaves an id as it is. */
  record Setresuid(int ruid, int euid, int suid) implements Syscall {}

  /** man 2 capset, for the caller itself. */
  record Capset(CapSet effective, CapSet permitted, CapSet inheritable) implements Syscall {}

  /** man 2 socketpair: AF_UNIX, SOCK_STREAM. */
  record Socketpair() implements Syscall {}

  /** man 2 sendmsg: bytes, and descriptors to pass along (SCM_RIGHTS). */
  record Sendmsg(int fd, String data, List<Integer> fds) implements Syscall {
    public Sendmsg {
      fds = List.copyOf(fds);
    }
  }

  /** man 2 recvmsg, with room for {@code size} bytes and any number of descriptors. */
  record Recvmsg(int fd, long size) implements Syscall {}

  /**
   * The argument of openat2 (struct open_how).
   *
   * @param flags as for open, in 64 bits
   * @param mode as for open, in 64 bits
   * @param resolve the RESOLVE_ flags
   * @param tailIsZero whether every byte past the structure is zero
   */
  record OpenHow(long flags, long mode, long resolve, boolean tailIsZero) {
    /** The size of the structure in its first version, in bytes. */
    public static final int SIZE = 24;
  }

  /** What a signal does. */
  enum Disposition {
    /** SIG_DFL. */
    DEFAULT,
    /** SIG_IGN. */
    IGNORED,
    /** A handler, which only tells that it ran. */
    HANDLED
  }

  /** What prctl can change here. */
  enum PrctlOption {
    PR_SET_PDEATHSIG(1),
    PR_SET_CHILD_SUBREAPER(36);

    private final int number;

    PrctlOption(int number) {
      this.number = number;
    }

    /** Its number. */
    public int number() {
      return number;
    }
  }

  /** The call's name, such as {@code openat2}. */
  default String name() {
    return nameOf(getClass());
  }

  /** The name of a sort of calls, such as {@code exit_group}. */
  static String nameOf(Class<? extends Syscall> call) {
    return call.getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
