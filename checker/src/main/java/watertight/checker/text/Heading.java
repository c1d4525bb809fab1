package watertight.checker.text;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import watertight.model.Guard;

/** The lines at the head of a file: title, claim, source, and what is taken away. */
final class Heading {
  private final GuardNames guards;
  private Optional<String> title = Optional.empty();
  private Optional<String> claim = Optional.empty();
  private Optional<String> source = Optional.empty();
  private final Set<Guard> without = new LinkedHashSet<>();

  Heading(GuardNames guards) {
    this.guards = guards;
  }

  String title() {
    return title.orElseThrow();
  }

  Optional<String> claim() {
    return claim;
  }

  Optional<String> source() {
    return source;
  }

  Set<Guard> without() {
    return without;
  }

  /** The first line: {@code keyword "title"}. */
  void title(Cursor in, String keyword) {
    if (!in.acceptWord(keyword)) {
      throw in.expected("\"" + keyword + " \\\"title\\\"\"");
    }
    title = Optional.of(ByteText.text(Params.whole(in, "a title in quotation marks")));
    in.expectEnd();
  }

  void claim(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = in.run(Cursor::isName);
    if (!name.matches("[a-z0-9][a-z0-9.-]*/[a-z0-9][a-z0-9.-]*")) {
      in.back(place);
      throw name.isEmpty()
          ? in.expected("the name of a claim such as chroot/dotdot-is-root")
          : in.error(
              place, Cursor.shown(name), "the name of a claim such as chroot/dotdot-is-root");
    }
    claim = Optional.of(name);
    in.expectEnd();
  }

  void source(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String text = in.rest();
    if (text.isEmpty()) {
      in.back(place);
      throw in.expected("where the expectations come from");
    }
    source = Optional.of(text);
  }

  void without(Cursor in) {
    guards.read(in, without);
  }

  /** {@code machine X}: there are none yet. */
  static void machine(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = in.rest();
    throw in.error(
        place,
        "the machine " + Cursor.shown(name) + ", which is not in this version",
        "a file without a line \"machine\"");
  }
}
