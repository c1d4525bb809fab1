package watertight.checker.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import watertight.model.Guard;

/** The lines at the head of a file: title, claim, source, and what is taken away. */
public final class Heading {
  private static final List<String> MACHINES = List.of("charge", "sgx", "hostcall");

  private final GuardNames guards;
  private Optional<String> title = Optional.empty();
  private Optional<String> claim = Optional.empty();
  private Optional<String> source = Optional.empty();
  private final Set<Guard> without = new LinkedHashSet<>();

  public Heading(GuardNames guards) {
    this.guards = guards;
  }

  public String title() {
    return title.orElseThrow();
  }

  public Optional<String> claim() {
    return claim;
  }

  public Optional<String> source() {
    return source;
  }

  public Set<Guard> without() {
    return without;
  }

  /**
   * Reads a text: its first line is {@code keyword "title"}, every other one that says something
   * goes to {@code others}.
   *
   * @throws InputError when there is no title
   */
  public void read(Source text, String keyword, Consumer<Cursor> others) {
    for (int line = 0; line < text.lines().size(); line++) {
      Cursor in = new Cursor(text, line);
      if (in.atEnd()) {
        continue;
      }
      if (title.isEmpty()) {
        title(in, keyword);
      } else {
        others.accept(in);
      }
    }
    if (title.isEmpty()) {
      throw text.endsBefore("\"" + keyword + " \\\"title\\\"\"");
    }
  }

  private void title(Cursor in, String keyword) {
    if (!in.acceptWord(keyword)) {
      throw in.expected("\"" + keyword + " \\\"title\\\"\"");
    }
    title = Optional.of(ByteText.text(Params.whole(in, "a title in quotation marks")));
    in.expectEnd();
  }

  public void claim(Cursor in) {
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

  public void source(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String text = in.rest();
    if (text.isEmpty()) {
      in.back(place);
      throw in.expected("where the expectations come from");
    }
    source = Optional.of(text);
  }

  public void without(Cursor in) {
    guards.read(in, without);
  }

  /**
   * The machine that a text names in its head, {@code machine charge}; empty for the Linux world.
   */
  public static Optional<String> machine(Source source) {
    return source.lines().stream()
        .map(String::strip)
        .takeWhile(line -> !line.matches("(world|run|party)\\b.*"))
        .filter(line -> line.matches("machine +[^ #].*"))
        .map(line -> line.split(" +")[1])
        .findFirst();
  }

  /** Whether a text names this machine in its head. */
  public static boolean isFor(Source source, String machine) {
    return machine(source).equals(Optional.of(machine));
  }

  /** {@code machine X} where there is no such machine. */
  static void noMachine(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = in.rest();
    if (MACHINES.contains(name)) {
      throw in.error(
          place, "the machine " + Cursor.shown(name), "it in the head, before \"world\"");
    }
    throw in.error(
        place,
        "the machine " + Cursor.shown(name) + ", which is not in this version",
        "\"%s\", or a file without a line \"machine\"".formatted(String.join("\", \"", MACHINES)),
        Nearest.to(name, MACHINES));
  }

  /** {@code machine NAME}. */
  public static void machine(Cursor in, String name) {
    if (!in.acceptWord(name)) {
      throw in.expected('"' + name + '"');
    }
    in.expectEnd();
  }
}
