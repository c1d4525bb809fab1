package watertight.properties.linux.resolver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Rules;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathText;
import watertight.model.linux.path.Resolved;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;
import watertight.model.linux.world.WorldLine;
import watertight.properties.linux.resolver.Manual.Entry;
import watertight.properties.linux.world.DrawnWorld;
import watertight.properties.linux.world.Worlds;

/** The model's path walk and the manual, read by another, come to the same place. */
class ManualProperties {
  /** Where who looks up what. */
  record Question(List<WorldLine> lines, String root, String cwd, String path, boolean follow) {}

  @Provide
  Arbitrary<Question> questions() {
    return Worlds.trees().flatMap(ManualProperties::in);
  }

  private static Arbitrary<Question> in(DrawnWorld world) {
    List<WorldLine> lines = world.world().lines();
    List<String> starts = world.directories();
    return Combinators.combine(
            Arbitraries.oneOf(Arbitraries.just("/"), Arbitraries.of(starts)),
            Arbitraries.of(starts),
            paths(world),
            Arbitraries.of(true, false))
        .as((root, cwd, path, follow) -> new Question(lines, root, cwd, path, follow));
  }

  /** Half of the paths begin with what is there. */
  private static Arbitrary<String> paths(DrawnWorld world) {
    List<String> known = new ArrayList<>(world.directories());
    known.addAll(world.others());
    Arbitrary<String> beginning = Arbitraries.oneOf(Arbitraries.of(known), Worlds.linkTexts());
    Arbitrary<String> rest = Worlds.linkTexts().map(text -> "/" + text).injectNull(0.5);
    return Combinators.combine(beginning, rest, Arbitraries.of("", "", "/"))
        .as((one, other, slash) -> one + (other == null ? "" : other) + slash);
  }

  @Property(tries = 5000)
  void theWalkComesToWhereTheManualSays(@ForAll("questions") Question question) {
    String walk = byWalk(question);
    String manual = byManual(question);
    if (!walk.equals(manual)) {
      throw new AssertionError("the walk says " + walk + ", the manual " + manual);
    }
  }

  /** Else agreement would be cheap. */
  @Example
  boolean everyAnswerIsGivenOftenEnough() {
    RandomGenerator<Question> questions = questions().generator(1000, false);
    Random random = new Random(1);
    Map<String, Integer> answers = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      String answer = byManual(questions.next(random).value());
      answers.merge(answer.startsWith("/") ? "found" : answer, 1, Integer::sum);
    }
    Set<String> all = new HashSet<>(Set.of("ENOENT", "ENOTDIR", "ELOOP"));
    return answers.keySet().containsAll(all) && answers.get("found") > 1000;
  }

  private static String byManual(Question question) {
    List<Entry> tree =
        new ArrayList<>(List.of(new Entry("/dev", null, true), new Entry("/sys", null, true)));
    for (WorldLine line : question.lines()) {
      switch (line) {
        case WorldLine.Dir l -> tree.add(new Entry(l.path(), null, true));
        case WorldLine.Symlink l -> tree.add(new Entry(l.path(), l.target(), false));
        case WorldLine.Fifo l -> tree.add(new Entry(l.path(), null, false));
        case WorldLine.File l -> tree.add(new Entry(l.path(), null, false));
        case WorldLine.Link l -> tree.add(new Entry(l.path(), null, false));
        default -> {}
      }
    }
    return new Manual(tree, question.root())
        .resolve(question.cwd(), question.path(), question.follow());
  }

  private static String byWalk(Question question) {
    List<WorldLine> lines = new ArrayList<>(question.lines());
    lines.add(
        new WorldLine.TaskLine(
            Task.A,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(question.root()),
            Optional.of(question.cwd()),
            Optional.empty(),
            new TreeMap<>()));
    Cells cells = WorldBuilder.start(new World(lines));
    Caller caller = new Caller(cells, Rules.LINUX, Task.A);
    return switch (Resolved.of(caller, question.path(), question.follow())) {
      case Resolved.Found(Path path) ->
          PathText.of(cells, path, Mounts.namespaceRoot(cells)).text();
      case Resolved.Failed failed -> ((Result.Refused) failed.result()).code().name();
    };
  }
}
