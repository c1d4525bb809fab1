package watertight.checker.text;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.Syscall;

/** How the calls that open files are written. */
final class OpenCalls {
  static final CallForm<Syscall.Open> OPEN =
      CallForm.of(
          "open",
          a -> new Syscall.Open(a.text(0), a.bits(1), a.bits(2)),
          Params.path(Syscall.Open::path),
          flags(Syscall.Open::flags),
          mode(Syscall.Open::flags, Syscall.Open::mode));

  static final CallForm<Syscall.Openat> OPENAT =
      CallForm.of(
          "openat",
          a -> new Syscall.Openat(a.number(0), a.text(1), a.bits(2), a.bits(3)),
          Params.fd(Syscall.Openat::dirfd),
          Params.path(Syscall.Openat::path),
          flags(Syscall.Openat::flags),
          mode(Syscall.Openat::flags, Syscall.Openat::mode));

  static final CallForm<Syscall.Openat2> OPENAT2 =
      CallForm.of(
          "openat2",
          a -> new Syscall.Openat2(a.number(0), a.text(1), a.as(How.class, 2).open(), a.bits(3)),
          Params.fd(Syscall.Openat2::dirfd),
          Params.path(Syscall.Openat2::path),
          Params.simple((in, reading) -> How.read(in), (call, writing) -> writeHow(call)),
          Params.size(Syscall.Openat2::size));

  private OpenCalls() {}

  private static <C> Param<C> flags(ToLongFunction<C> get) {
    return Params.simple(
        (in, reading) -> FlagNames.OPEN.read(in),
        (call, writing) -> FlagNames.writeOpen(get.applyAsLong(call)));
  }

  private static <C> Param<C> mode(ToLongFunction<C> flags, ToLongFunction<C> mode) {
    return new Param<>() {
      @Override
      public Object read(Cursor in, Reading reading) {
        return Numbers.bits(in, "a mode such as 0644");
      }

      @Override
      public @Nullable String write(C call, Writing writing) {
        long bits = mode.applyAsLong(call);
        return bits != 0 || makesFiles(flags.applyAsLong(call)) ? Numbers.octal(bits) : null;
      }

      @Override
      public boolean isOptional() {
        return true;
      }

      @Override
      public Object absent() {
        return 0L;
      }
    };
  }

  private static boolean makesFiles(long flags) {
    return (flags & (OpenFlags.O_CREAT | OpenFlags.TMPFILE_BIT)) != 0;
  }

  private static String writeHow(Syscall.Openat2 call) {
    Syscall.OpenHow how = call.how();
    StringBuilder text = new StringBuilder("{flags=").append(FlagNames.writeOpen(how.flags()));
    if (how.mode() != 0) {
      text.append(", mode=").append(Numbers.octal(how.mode()));
    }
    if (how.resolve() != 0) {
      text.append(", resolve=").append(FlagNames.RESOLVE.write(how.resolve()));
    }
    if (!how.tailIsZero()) {
      int shown = Math.clamp(call.size() - Syscall.OpenHow.SIZE, 1, 8);
      text.append(", /* bytes %d..%d */ \"".formatted(Syscall.OpenHow.SIZE, 23 + shown))
          .append("\\x00".repeat(shown - 1))
          .append("\\x01\"");
    }
    return text.append("}").toString();
  }

  /** The fields of struct open_how as they come. */
  private static final class How {
    private long flags;
    private long mode;
    private long resolve;
    private boolean tailIsZero = true;

    static How read(Cursor in) {
      How how = new How();
      Struct.of("struct open_how")
          .must("flags", cursor -> how.flags = FlagNames.OPEN.read(cursor))
          .may("mode", cursor -> how.mode = Numbers.bits(cursor, "a mode such as 0644"))
          .may("resolve", cursor -> how.resolve = FlagNames.RESOLVE.read(cursor))
          .end("\"", how::tail)
          .read(in);
      return how;
    }

    /** The bytes past the structure; those left out are zero. */
    private void tail(Cursor in) {
      tailIsZero &= Params.whole(in, "bytes").chars().allMatch(b -> b == 0);
    }

    Syscall.OpenHow open() {
      return new Syscall.OpenHow(flags, mode, resolve, tailIsZero);
    }
  }
}
