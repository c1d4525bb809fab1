package watertight.checker.text;

import java.util.Set;
import watertight.model.linux.Syscall;

/** How the calls on open files and on names are written. */
final class FileCalls {
  static final CallForm<Syscall.Close> CLOSE =
      CallForm.of("close", a -> new Syscall.Close(a.number(0)), Params.fd(Syscall.Close::fd));

  static final CallForm<Syscall.Read> READ =
      CallForm.of(
          "read",
          a -> new Syscall.Read(a.number(0), a.bits(2)),
          Params.fd(Syscall.Read::fd),
          TextOut.param(),
          Params.size(Syscall.Read::count));

  static final CallForm<Syscall.Mkdir> MKDIR =
      CallForm.of(
          "mkdir",
          a -> new Syscall.Mkdir(a.text(0), a.number(1)),
          Params.path(Syscall.Mkdir::path),
          Params.simple(
              (in, reading) -> Params.bits32(in, "a mode such as 0755"),
              (call, writing) -> Numbers.octal(call.mode() & 0xffffffffL)));

  static final CallForm<Syscall.Symlink> SYMLINK =
      CallForm.of(
          "symlink",
          a -> new Syscall.Symlink(a.text(0), a.text(1)),
          Params.path(Syscall.Symlink::target),
          Params.path(Syscall.Symlink::linkpath));

  static final CallForm<Syscall.Readlink> READLINK =
      CallForm.of(
          "readlink",
          a -> new Syscall.Readlink(a.text(0), a.bits(2)),
          Params.path(Syscall.Readlink::path),
          TextOut.param(),
          Params.size(Syscall.Readlink::size));

  static final CallForm<Syscall.Readlinkat> READLINKAT =
      CallForm.of(
          "readlinkat",
          a -> new Syscall.Readlinkat(a.number(0), a.text(1), a.bits(3)),
          Params.fd(Syscall.Readlinkat::dirfd),
          Params.path(Syscall.Readlinkat::path),
          TextOut.param(),
          Params.size(Syscall.Readlinkat::size));

  static final CallForm<Syscall.Rename> RENAME =
      CallForm.of(
          "rename",
          a -> new Syscall.Rename(a.text(0), a.text(1)),
          Params.path(Syscall.Rename::from),
          Params.path(Syscall.Rename::to));

  static final CallForm<Syscall.Stat> STAT =
      CallForm.of(
          "stat",
          a -> new Syscall.Stat(a.text(0)),
          Params.path(Syscall.Stat::path),
          StatusOut.param());

  static final CallForm<Syscall.Lstat> LSTAT =
      CallForm.of(
          "lstat",
          a -> new Syscall.Lstat(a.text(0)),
          Params.path(Syscall.Lstat::path),
          StatusOut.param());

  /** Only read: what the C library makes of stat and lstat. */
  static final CallForm<Syscall> NEWFSTATAT =
      CallForm.of(
          "newfstatat",
          a -> a.bits(3) == 0 ? new Syscall.Stat(a.text(1)) : new Syscall.Lstat(a.text(1)),
          Params.word("a directory for newfstatat", "AT_FDCWD", Set.of()),
          Params.path(call -> null),
          StatusOut.param(),
          Params.flags(FlagNames.STAT_AT, call -> 0));

  private FileCalls() {}
}
