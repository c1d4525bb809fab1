package watertight.checker.text;

import java.util.Set;
import watertight.model.linux.Syscall;

/** How the calls that change and show roots, working directories and mounts are written. */
final class PlaceCalls {
  static final CallForm<Syscall.Chdir> CHDIR =
      CallForm.of("chdir", a -> new Syscall.Chdir(a.text(0)), Params.path(Syscall.Chdir::path));

  static final CallForm<Syscall.Fchdir> FCHDIR =
      CallForm.of("fchdir", a -> new Syscall.Fchdir(a.number(0)), Params.fd(Syscall.Fchdir::fd));

  static final CallForm<Syscall.Getcwd> GETCWD =
      CallForm.of(
          "getcwd",
          a -> new Syscall.Getcwd(a.bits(1)),
          TextOut.param(),
          Params.size(Syscall.Getcwd::size));

  static final CallForm<Syscall.Chroot> CHROOT =
      CallForm.of("chroot", a -> new Syscall.Chroot(a.text(0)), Params.path(Syscall.Chroot::path));

  static final CallForm<Syscall.Mount> MOUNT =
      CallForm.of(
          "mount",
          a -> new Syscall.Mount(a.text(0), a.text(1), a.text(2), a.bits(3)),
          Params.path(Syscall.Mount::source),
          Params.path(Syscall.Mount::target),
          Params.path(Syscall.Mount::type),
          Params.flags(FlagNames.MOUNT, Syscall.Mount::flags),
          Params.word("the options of mount", "NULL", Set.of()));

  static final CallForm<Syscall.Umount2> UMOUNT2 =
      CallForm.of(
          "umount2",
          a -> new Syscall.Umount2(a.text(0), a.bits(1)),
          Params.path(Syscall.Umount2::target),
          Params.flags(FlagNames.UMOUNT, Syscall.Umount2::flags));

  private PlaceCalls() {}
}
