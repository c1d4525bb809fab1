package watertight.checker.alloy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The call that a task of an instance has begun, and how much of its texts the walk has used. */
final class UnderWay {
  private final String walk;
  private final @Nullable Spot directory;
  private final String path;
  private final Set<String> flags;
  private final int length;
  private final Deque<Text> texts = new ArrayDeque<>();
  private int used;

  /** A text on the stack: of the link, or of the call where there is none. */
  private static final class Text {
    private final @Nullable String link;
    private final int length;
    private int used;

    Text(@Nullable String link, int length) {
      this.link = link;
      this.length = length;
    }
  }

  private UnderWay(
      String walk, @Nullable Spot directory, String path, Set<String> flags, int length) {
    this.walk = walk;
    this.directory = directory;
    this.path = path;
    this.flags = flags;
    this.length = length;
    push(new Text(null, length));
  }

  /** The call that an event begins; it starts at the working directory where it may. */
  static UnderWay begun(Counterexample found, AlloyStep step) {
    AlloyState before = found.before(step);
    String walk = Atoms.only(before, "walk", step.task());
    Spot cwd = Atoms.spots(before, "pwd", Atoms.only(before, "fs", step.task())).getFirst();
    Optional<Map<String, String>> atCwd =
        step.operands().stream().filter(reading -> spot(reading).equals(cwd)).findFirst();
    Map<String, String> reading = atCwd.orElseGet(() -> step.operands().getFirst());
    String path = Objects.requireNonNull(reading.get("p"));
    return new UnderWay(
        walk,
        atCwd.isPresent() ? null : spot(reading),
        path,
        Atoms.kinds(found.after(step), "flags", walk),
        Atoms.components(before, path).size());
  }

  private static Spot spot(Map<String, String> reading) {
    return new Spot(
        Objects.requireNonNull(reading.get("m")), Objects.requireNonNull(reading.get("d")));
  }

  private void push(Text text) {
    if (text.length > 0) {
      texts.push(text);
    }
  }

  /** Takes a component; the link that is followed, if it is one. */
  Optional<String> step(AlloyState before) {
    List<List<String>> rest = before.of("rest", walk);
    String cell =
        rest.stream().max((a, b) -> a.getFirst().compareTo(b.getFirst())).orElseThrow().getLast();
    boolean isFinal = rest.size() == 1 && Atoms.maybe(before, "tail", cell).isEmpty();
    Optional<String> link = link(before, Atoms.only(before, "head", cell), isFinal);
    Text top = texts.element();
    top.used++;
    if (top.link == null) {
      used++;
    }
    if (top.used == top.length) {
      texts.pop();
    }
    link.ifPresent(
        followed -> {
          String text = Atoms.only(before, "text", followed);
          push(new Text(followed, Atoms.components(before, text).size()));
        });
    return link;
  }

  private Optional<String> link(AlloyState state, String component, boolean isFinal) {
    String at = Atoms.spots(state, "at", walk).getFirst().dentry();
    return Optional.ofNullable(new Sketch(state).entries(at).get(component))
        .filter(entry -> state.atoms("Link").contains(entry))
        .filter(entry -> !(isFinal && flags.contains("NoFollow")));
  }

  /** The descriptor that the path begins at, if it is not the working directory. */
  Optional<Spot> directory() {
    return Optional.ofNullable(directory);
  }

  Set<String> flags() {
    return flags;
  }

  /** The whole path. */
  String path(AlloyState state) {
    return Atoms.text(state, path, length);
  }

  /** The path as far as it is used, which leads to where the walk is once the links are cut too. */
  String usedPath(AlloyState state) {
    return Atoms.text(state, path, used);
  }

  /** Where the walk is in each link whose text it has not used up. */
  void cut(Map<String, Integer> links) {
    for (Text text : texts) {
      if (text.link != null) {
        links.put(text.link, text.used);
      }
    }
  }
}
