package watertight.model.linux;

import watertight.model.linux.path.MkdirCall;
import watertight.model.linux.path.OpenCall;
import watertight.model.linux.path.ReadlinkCall;
import watertight.model.linux.path.StatCall;
import watertight.model.linux.path.SymlinkCall;
import watertight.model.linux.path.WalkingCall;
import watertight.model.linux.task.ChdirCall;
import watertight.model.linux.task.ChrootCall;

/** Which calls are one path walk and what comes after it. */
public final class WalkingCalls {
  private WalkingCalls() {}

  /** The call as a walk, or null when it is none, or two. */
  public static WalkingCall of(Syscall call) {
    return switch (call) {
      case Syscall.Open open -> OpenCall.of(open);
      case Syscall.Openat open -> OpenCall.of(open);
      case Syscall.Openat2 open -> OpenCall.of(open);
      case Syscall.Mkdir mkdir -> new MkdirCall(mkdir.path(), mkdir.mode());
      case Syscall.Symlink symlink -> new SymlinkCall(symlink.target(), symlink.linkpath());
      case Syscall.Readlink link -> new ReadlinkCall(Syscall.AT_FDCWD, link.path(), link.size());
      case Syscall.Readlinkat link -> new ReadlinkCall(link.dirfd(), link.path(), link.size());
      case Syscall.Stat stat -> new StatCall(stat.path(), true);
      case Syscall.Lstat stat -> new StatCall(stat.path(), false);
      case Syscall.Chdir chdir -> new ChdirCall(chdir.path());
      case Syscall.Chroot chroot -> new ChrootCall(chroot.path());
      case Syscall.Close close -> null;
      case Syscall.Read read -> null;
      case Syscall.Rename rename -> null;
      case Syscall.Fchdir fchdir -> null;
      case Syscall.Getcwd getcwd -> null;
      case Syscall.Mount mount -> null;
      case Syscall.Umount2 umount -> null;
      case Syscall.Clone clone -> null;
      case Syscall.Unshare unshare -> null;
      case Syscall.Setns setns -> null;
      case Syscall.Sethostname set -> null;
      case Syscall.Setdomainname set -> null;
      case Syscall.Uname uname -> null;
      case Syscall.Exit exit -> null;
      case Syscall.ExitGroup other -> null;
      case Syscall.Wait4 other -> null;
      case Syscall.Getpid other -> null;
      case Syscall.Gettid other -> null;
      case Syscall.Getppid other -> null;
      case Syscall.Getpgid other -> null;
      case Syscall.Getsid other -> null;
      case Syscall.Setpgid other -> null;
      case Syscall.Setsid other -> null;
      case Syscall.Kill other -> null;
      case Syscall.Tgkill other -> null;
      case Syscall.PidfdOpen other -> null;
      case Syscall.PidfdSendSignal other -> null;
      case Syscall.RtSigaction other -> null;
      case Syscall.RtSigprocmask other -> null;
      case Syscall.Prctl other -> null;
      case Syscall.Reboot other -> null;
      case Syscall.Setresuid setresuid -> null;
      case Syscall.Capset capset -> null;
      case Syscall.Socketpair socketpair -> null;
      case Syscall.Sendmsg sendmsg -> null;
      case Syscall.Recvmsg recvmsg -> null;
    };
  }
}
