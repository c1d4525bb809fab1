package watertight.checker.text;

import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.Syscall;

/** The parameters that many calls have. */
final class Params {
  /** The room that a call has which never comes back to say how much it had. */
  static final long ROOM = 4096;

  private Params() {}

  /** A descriptor: {@code 3}, {@code 3</jail>} or {@code AT_FDCWD}. */
  static <C> Param<C> fd(ToIntFunction<C> get) {
    return simple(Params::readFd, (call, writing) -> writeFd(get.applyAsInt(call), writing));
  }

  static int readFd(Cursor in, Reading reading) {
    in.skipBlanks();
    int place = in.at();
    if (in.accept("@")) {
      return reading.variables().use(in, place, in.word());
    }
    int fd;
    if (in.acceptWord("AT_FDCWD")) {
      fd = Syscall.AT_FDCWD;
    } else {
      fd = Numbers.within(in, "a descriptor", Integer.MIN_VALUE, Integer.MAX_VALUE);
      if (reading.variables().stands(fd)) {
        throw in.error(place, Cursor.shown(in.since(place)), "a descriptor from -999");
      }
    }
    ObjectText.read(in).ifPresent(object -> reading.object(fd, object));
    return fd;
  }

  static String writeFd(int fd, Writing writing) {
    if (writing.variables().stands(fd)) {
      return "@" + Variables.nameOf(fd);
    }
    String object = writing.objects().get(fd);
    return (fd == Syscall.AT_FDCWD ? "AT_FDCWD" : Integer.toString(fd))
        + (object == null ? "" : ObjectText.write(object));
  }

  /** A path or another text; {@code NULL} is a bad address. */
  static <C> Param<C> path(Function<C, @Nullable String> get) {
    return simple(
        (in, reading) -> readPath(in),
        (call, writing) -> {
          String path = get.apply(call);
          return path == null ? "NULL" : CText.quoted(path);
        });
  }

  private static @Nullable String readPath(Cursor in) {
    if (in.acceptWord("NULL")) {
      return null;
    }
    in.skipBlanks();
    int place = in.at();
    String path = whole(in, "a path in quotation marks, or NULL");
    if (path.indexOf(0) >= 0) {
      throw in.error(place, Cursor.shown(in.since(place)), "a path without a zero byte");
    }
    return path;
  }

  /** A text that is not abbreviated. */
  static String whole(Cursor in, String meaning) {
    in.skipBlanks();
    int place = in.at();
    String text = CText.read(in, meaning);
    if (in.looksAt("...")) {
      throw in.error(place, "an abbreviated text", "the whole text (strace -s 65536)");
    }
    return text;
  }

  /** Flags by name. */
  static <C> Param<C> flags(FlagNames names, ToLongFunction<C> get) {
    return simple(
        (in, reading) -> names.read(in), (call, writing) -> names.write(get.applyAsLong(call)));
  }

  /** A number of bytes. */
  static <C> Param<C> size(ToLongFunction<C> get) {
    return new Param<>() {
      @Override
      public Object read(Cursor in, Reading reading) {
        return Numbers.bits(in, "a number of bytes");
      }

      @Override
      public String write(C call, Writing writing) {
        return Long.toString(get.applyAsLong(call));
      }

      @Override
      public Object absent() {
        return ROOM;
      }
    };
  }

  /** A number of 32 bits; the unsigned ones are the same as the negative ones. */
  static <C> Param<C> number(String meaning, ToIntFunction<C> get) {
    return simple(
        (in, reading) -> bits32(in, meaning),
        (call, writing) -> Integer.toString(get.applyAsInt(call)));
  }

  static int bits32(Cursor in, String meaning) {
    in.skipBlanks();
    int place = in.at();
    long value = Numbers.bits(in, meaning);
    if (value < Integer.MIN_VALUE || value > 0xffffffffL) {
      throw in.error(place, Cursor.shown(in.since(place)), meaning + " of 32 bits");
    }
    return (int) value;
  }

  /** An argument that is always the same word. */
  static <C> Param<C> word(String meaning, String only, Set<String> later) {
    Names<String> names = Names.of(meaning, Set.of(only), word -> word).later(later);
    return simple((in, reading) -> names.read(in), (call, writing) -> only);
  }

  /** An argument that is always 0. */
  static <C> Param<C> zero(String meaning) {
    return simple((in, reading) -> readZero(in, meaning), (call, writing) -> "0");
  }

  static long readZero(Cursor in, String meaning) {
    in.skipBlanks();
    int place = in.at();
    if (!in.acceptWord("0")) {
      in.run(c -> c != ',' && c != ')' && c != '}');
      throw in.error(
          place,
          Cursor.shown(in.since(place)) + " as " + meaning + ", which is not in this version",
          "0");
    }
    return 0;
  }

  /** A parameter that goes in and must be there. */
  static <C> Param<C> simple(Reader reader, Writer<C> writer) {
    return new Param<>() {
      @Override
      public @Nullable Object read(Cursor in, Reading reading) {
        return reader.read(in, reading);
      }

      @Override
      public String write(C call, Writing writing) {
        return writer.write(call, writing);
      }
    };
  }

  /** A parameter that the kernel writes. */
  static <C> Param<C> out(Reader reader, Writer<C> writer) {
    return new Param<>() {
      @Override
      public @Nullable Object read(Cursor in, Reading reading) {
        return reader.read(in, reading);
      }

      @Override
      public String write(C call, Writing writing) {
        return writer.write(call, writing);
      }

      @Override
      public boolean isOut() {
        return true;
      }
    };
  }

  /** Reads an argument. */
  interface Reader {
    @Nullable Object read(Cursor in, Reading reading);
  }

  /** Writes an argument. */
  interface Writer<C> {
    String write(C call, Writing writing);
  }
}
