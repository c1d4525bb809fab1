package watertight.checker.text;

import java.util.List;
import java.util.Optional;
import watertight.checker.kernel.seen.NsNames;

/** Which object a descriptor refers to, as {@code strace -y} writes it: {@code </etc/motd>}. */
final class ObjectText {
  private static final List<String> NAMELESS = List.of("socket:", "pipe:", "UNIX", "anon_inode:");

  private ObjectText() {}

  /** The object named here, directly after a descriptor; empty where none is, or it has no path. */
  static Optional<String> read(Cursor in) {
    if (in.peek() != '<' || in.looksAt("<unfinished")) {
      return Optional.empty();
    }
    int place = in.at();
    String object = CText.readTo(in, '>');
    if (object.startsWith("/") || NsNames.is(object)) {
      return Optional.of(object);
    }
    if (NAMELESS.stream().anyMatch(object::startsWith)) {
      return Optional.empty();
    }
    throw in.error(place, Cursor.shown(in.since(place)), "an absolute path between < and >");
  }

  static String write(String object) {
    return "<" + CText.escaped(object, "<>") + ">";
  }
}
