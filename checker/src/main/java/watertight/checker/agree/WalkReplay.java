package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import watertight.model.PlainCells;
import watertight.model.linux.Caller;
import watertight.model.linux.Rules;
import watertight.model.linux.path.Frame;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.task.Task;

/** One component of a walk, from an instance of path.als to the model. */
final class WalkReplay {
  private static final int FIRST_PID = 3;

  private final Rules rules;

  /**
   * @param rules the guards that are away in the model
   */
  WalkReplay(Rules rules) {
    this.rules = rules;
  }

  /** Steps an instance of {@code predicate} in the model; the difference, or null. */
  @Nullable Disagreement replay(String predicate, Enumeration.Found found) {
    String walk = found.arguments().get(0);
    Facts before = found.pair().before();
    Building building = new Building(before);
    List<Integer> pids =
        IntStream.range(0, building.taskDirectories().size())
            .map(i -> FIRST_PID + i)
            .boxed()
            .toList();
    Texts texts = new Texts(before, building.taskDirectories(), pids);
    building.build(texts);
    Walker walker = new Walker(before, building, texts, rules);
    walker.tasks(walk);
    PathWalk start = walker.walk(walk);
    Standing standing = new Standing(start, walker.call(walk));
    requireSame(building, standing, renamed(before, texts, walk));
    Caller c = new Caller(building.cells(), rules, Task.A);
    boolean inFile = predicate.equals("in_file");
    WalkSteps.Outcome outcome =
        WalkSteps.take(c, inFile ? oneBack(building, texts, before, start) : start);
    String difference = difference(predicate, found, outcome, building, texts, standing);
    return difference == null
        ? null
        : new Disagreement(
            predicate, difference, "an instance of " + predicate, story(before, found, texts));
  }

  /** What path.als speaks of, with the model's names. */
  static Facts renamed(Facts facts, Texts texts, String walk) {
    Facts some = new Facts();
    for (String relation : WalkCheck.RELATIONS) {
      some.put(relation, facts.of(relation));
    }
    return some.renamed(atom -> atom.equals(walk) ? "Walk$A" : texts.apply(atom));
  }

  /** The instance as it is drawn when it has been built. */
  static Facts drawn(Building building, Standing standing) {
    PlainCells cells = building.cells();
    Drawing drawing = new Drawing(cells, building.naming(), new Facts());
    drawing.world(building.drawnOfProcfs(), "2");
    People people = new People(drawing);
    people.walk(People.walkAtom(Task.A), standing);
    return drawing.facts();
  }

  /** The state before must be the instance's, or the decoding is wrong. */
  private static void requireSame(Building building, Standing standing, Facts expected) {
    String difference = difference(expected, drawn(building, standing));
    if (difference != null) {
      throw new IllegalStateException("decoded otherwise: " + difference);
    }
  }

  /** The first relation in which two states differ, or null. */
  static @Nullable String difference(Facts expected, Facts drawn) {
    for (String relation : new TreeSet<>(WalkCheck.RELATIONS)) {
      SortedSet<Facts.Row> one = withoutSlash(expected.of(relation));
      SortedSet<Facts.Row> other = withoutSlash(drawn.of(relation));
      if (!one.equals(other)) {
        return relation + " is " + other + ", not " + one;
      }
    }
    return null;
  }

  /** Whether the text of a walk began with a slash does not matter once it is walked. */
  static SortedSet<Facts.Row> withoutSlash(Set<Facts.Row> rows) {
    SortedSet<Facts.Row> without = new TreeSet<>();
    for (Facts.Row row : rows) {
      without.add(
          new Facts.Row(row.atoms().stream().map(a -> a.replaceFirst("^</", "<")).toList()));
    }
    return without;
  }

  /** The walk one component before it came to the file. */
  private static PathWalk oneBack(Building building, Texts texts, Facts facts, PathWalk walk) {
    String file = java.util.Objects.requireNonNull(building.naming().known(walk.at().dentry()));
    List<Frame> frames = new ArrayList<>(walk.frames());
    Frame top = frames.remove(frames.size() - 1);
    List<String> names = new ArrayList<>(top.names());
    names.add(0, texts.apply(facts.one("d_name", file)));
    frames.add(new Frame(null, names, false));
    Path directory = new Path(walk.at().mount(), building.dentry(facts.one("d_parent", file)));
    return new PathWalk(
        directory,
        walk.root(),
        frames,
        walk.lookup(),
        walk.links(),
        walk.rootLooked(),
        walk.disturbed());
  }

  private static @Nullable String difference(
      String predicate,
      Enumeration.Found found,
      WalkSteps.Outcome outcome,
      Building building,
      Texts texts,
      Standing standing) {
    return switch (outcome) {
      case WalkSteps.Outcome.Moved(PathWalk to, boolean inFile) -> {
        if (predicate.equals("in_file") && inFile) {
          yield null;
        }
        Facts after = renamed(found.pair().after(), texts, found.arguments().get(0));
        yield !WalkJudge.SUCCESS.containsKey(predicate) || predicate.equals("arrive_ok")
            ? "takes the component: " + to.at()
            : difference(after, drawn(building, new Standing(to, standing.call())));
      }
      case WalkSteps.Outcome.Arrived arrived ->
          predicate.equals("arrive_ok") ? null : "arrives at " + arrived.walk().at();
      case WalkSteps.Outcome.Refused refused ->
          WalkGates.predicates(refused.gate()).contains(predicate)
              ? null
              : "refused by " + refused.gate().id();
      case WalkSteps.Outcome.Endless endless -> "does not end";
    };
  }

  /** An instance, to be read. */
  static List<String> story(Facts before, Enumeration.Found found, Texts texts) {
    List<String> lines = new ArrayList<>();
    Facts readable = before.renamed(texts);
    for (String relation :
        List.of(
            "gone",
            "Top",
            "d_parent",
            "d_name",
            "text",
            "leads",
            "reads",
            "mnt_root",
            "mnt_parent",
            "mnt_mountpoint",
            "at",
            "root",
            "rest",
            "links",
            "flags",
            "Disturbed")) {
      if (!readable.of(relation).isEmpty()) {
        lines.add(relation + ": " + readable.of(relation));
      }
    }
    lines.add("then at: " + found.pair().after().of("at"));
    return lines;
  }
}
