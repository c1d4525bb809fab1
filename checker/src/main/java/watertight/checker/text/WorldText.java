package watertight.checker.text;

import java.util.List;

/** The names in the lines of a world: plain, or as in C when they hold blanks. */
final class WorldText {
  private static final int LONGEST_PATH = 4096;

  private WorldText() {}

  /** A name: not empty. */
  static String name(Cursor in, String meaning) {
    in.skipBlanks();
    int place = in.at();
    if (in.peek() == '#') {
      throw in.expected(meaning);
    }
    String name =
        in.peek() == '"'
            ? Params.whole(in, meaning)
            : ByteText.of(in.run(c -> c != ' ' && c != '"' && c != '\\'));
    if (in.peek() == '\\' || in.peek() == '"') {
      throw in.expected("a blank; a name with this character stands in quotation marks");
    }
    if (name.isEmpty()) {
      throw in.error(
          place, in.since(place).isEmpty() ? "the end of the line" : "an empty name", meaning);
    }
    if (name.indexOf(0) >= 0 || name.length() >= LONGEST_PATH) {
      throw in.error(
          place, Cursor.shown(in.since(place)), meaning + " below 4096 bytes, none of them zero");
    }
    return name;
  }

  /** An absolute path without {@code .}, {@code ..} and empty components. */
  static String path(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String path = name(in, "an absolute path");
    List<String> names = List.of(path.split("/", -1));
    boolean plain =
        path.equals("/")
            || (path.startsWith("/")
                && names.stream()
                    .skip(1)
                    .noneMatch(n -> n.isEmpty() || n.equals(".") || n.equals("..")));
    if (!plain) {
      throw in.error(
          place,
          Cursor.shown(in.since(place)),
          "an absolute path without \".\", \"..\" and empty components");
    }
    if (names.stream().anyMatch(name -> name.length() > 255)) {
      throw in.error(place, Cursor.shown(in.since(place)), "names of at most 255 bytes");
    }
    return path;
  }

  /** The name as it stands in a line. */
  static String written(String name) {
    boolean plain =
        !name.isEmpty()
            && !name.startsWith("#")
            && name.chars().allMatch(c -> c > ' ' && c != '"' && c != '\\' && c < 0x7f);
    return plain ? name : CText.quoted(name);
  }
}
