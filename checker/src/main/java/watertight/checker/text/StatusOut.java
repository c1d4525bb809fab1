package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The struct stat of stat and lstat. */
final class StatusOut {
  private static final Names<String> TYPES =
      Names.of(
          "a file type",
          List.of("S_IFREG", "S_IFDIR", "S_IFLNK", "S_IFIFO", "S_IFSOCK", "S_IFCHR", "S_IFBLK"),
          type -> type);
  private static final List<String> HIGH = List.of("S_ISUID", "S_ISGID", "S_ISVTX");
  private static final Names<String> HIGH_BITS =
      Names.of("S_ISUID, S_ISGID, S_ISVTX or a number", HIGH, bit -> bit);

  private Optional<String> identity = Optional.empty();
  private Optional<String> type = Optional.empty();
  private Optional<Value> mode = Optional.empty();
  private Optional<Value> uid = Optional.empty();
  private Optional<Value> gid = Optional.empty();
  private Optional<Value> size = Optional.empty();

  private StatusOut() {}

  /** The parameter: the fields that are compared. */
  static <C> Param<C> param() {
    return Params.out(
        (in, reading) -> {
          if (!TextOut.acceptNothing(in)) {
            reading.out(read(in));
          }
          return null;
        },
        (call, writing) -> writing.out() instanceof Out.Status status ? write(status) : "{}");
  }

  private static Out read(Cursor in) {
    StatusOut fields = new StatusOut();
    Struct.of("struct stat")
        .may("st_ino", fields::identity)
        .may("st_mode", fields::mode)
        .may("st_uid", cursor -> fields.uid = Optional.of(value(cursor, "a user")))
        .may("st_gid", cursor -> fields.gid = Optional.of(value(cursor, "a group")))
        .may("st_size", cursor -> fields.size = Optional.of(value(cursor, "a size")))
        .later("st_dev", "st_nlink", "st_blksize", "st_blocks", "st_rdev")
        .later(
            "st_atime", "st_mtime", "st_ctime", "st_atime_nsec", "st_mtime_nsec", "st_ctime_nsec")
        .end("...", cursor -> cursor.expect("..."))
        .read(in);
    Out.Status status =
        new Out.Status(
            fields.identity, fields.type, fields.mode, fields.uid, fields.gid, fields.size);
    return status.equals(Out.Status.EMPTY) ? new Out.Nothing() : status;
  }

  private void identity(Cursor in) {
    if (!in.accept("@")) {
      throw in.expected("@name for the identity of an object, equal where the object is the same");
    }
    identity = Optional.of(Steps.bound(in));
  }

  private void mode(Cursor in) {
    if (in.accept("@")) {
      mode = Optional.of(new Value.Bound(Steps.bound(in)));
      return;
    }
    type = Optional.of(TYPES.read(in));
    long bits = 0;
    boolean said = false;
    while (in.accept("|")) {
      said = true;
      bits |= Numbers.next(in) ? Numbers.within(in, "permission bits", 0, 07777) : highBit(in);
    }
    if (said) {
      mode = Optional.of(new Value.Exactly(bits));
    }
  }

  private static long highBit(Cursor in) {
    return 04000L >> HIGH.indexOf(HIGH_BITS.read(in));
  }

  private static Value value(Cursor in, String meaning) {
    return in.accept("@")
        ? new Value.Bound(Steps.bound(in))
        : new Value.Exactly(Numbers.bits(in, meaning));
  }

  private static String write(Out.Status status) {
    List<String> fields = new ArrayList<>();
    status.identity().ifPresent(name -> fields.add("st_ino=@" + name));
    String type = status.type().map(name -> name + "|").orElse("");
    if (status.mode().isPresent()) {
      fields.add("st_mode=" + writeMode(type, status.mode().get()));
    } else {
      status.type().ifPresent(name -> fields.add("st_mode=" + name));
    }
    status.uid().ifPresent(value -> fields.add("st_uid=" + writeValue(value)));
    status.gid().ifPresent(value -> fields.add("st_gid=" + writeValue(value)));
    status.size().ifPresent(value -> fields.add("st_size=" + writeValue(value)));
    return "{" + String.join(", ", fields) + "}";
  }

  private static String writeMode(String type, Value mode) {
    return switch (mode) {
      case Value.Exactly(long bits) -> {
        StringBuilder text = new StringBuilder(type);
        for (String high : HIGH) {
          if ((bits & 04000L >> HIGH.indexOf(high)) != 0) {
            text.append(high).append('|');
          }
        }
        yield text + Numbers.octal(bits & 0777);
      }
      case Value.Bound(String name) -> "@" + name;
    };
  }

  private static String writeValue(Value value) {
    return switch (value) {
      case Value.Exactly(long number) -> Long.toString(number);
      case Value.Bound(String name) -> "@" + name;
    };
  }
}
