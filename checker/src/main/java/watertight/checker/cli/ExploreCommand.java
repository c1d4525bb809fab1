package watertight.checker.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Reductions;
import watertight.checker.report.Counts;
import watertight.checker.report.Ticker;
import watertight.checker.search.Situations;
import watertight.checker.search.Space;
import watertight.checker.search.Spaces;
import watertight.checker.search.Systems;
import watertight.checker.text.Source;
import watertight.checker.verdict.ExitCode;

/** Counts one state space. */
@Command(
    name = "explore",
    header = "Visit a whole state space: counts and rates.",
    description =
        "MACHINE is \"charge\" (--set tasks, rounds, levels) or the name of a scenario in \"list"
            + " scenarios\", whose goal does not end the visit: there --set changes the scope"
            + " (inodes, fds, mounts, tasks, components, depth) or a limit (symlinks, name_max, …)."
            + " Exit code 3: the memory was spent before the end.",
    footerHeading = "%nExample:%n",
    footer = "  ./watertight explore chroot/confines-root --set depth=4 --reduction none")
final class ExploreCommand extends Action {
  private static final Map<String, Reductions> REDUCTIONS = reductions();

  @Parameters(paramLabel = "MACHINE|FILE.scenario", description = "What to visit.")
  private String machine;

  @Option(
      names = "--set",
      paramLabel = "k=v",
      description = "Change a part of the scope or a limit.")
  private Map<String, String> set = Map.of();

  @Option(
      names = "--reduction",
      defaultValue = "all",
      paramLabel = "none|por|symmetry|paths|all",
      description = "Which states, orders of steps and arguments may stand for others.")
  private String reduction;

  private static Map<String, Reductions> reductions() {
    Map<String, Reductions> reductions = new LinkedHashMap<>();
    reductions.put("none", Reductions.NONE);
    reductions.put("por", new Reductions(false, false, true));
    reductions.put("symmetry", new Reductions(true, false, false));
    reductions.put("paths", new Reductions(false, true, false));
    reductions.put("all", Reductions.ALL);
    return reductions;
  }

  @Override
  ExitCode run() {
    boolean json = isJson();
    Reductions reductions = REDUCTIONS.get(oneOf("--reduction", reduction, REDUCTIONS.keySet()));
    Space space = space();
    Map<String, Integer> numbers = numbers(space.parts());
    Exploration<?> found;
    try (Ticker ticker = new Ticker(terminal())) {
      found = space.visit(numbers, reductions, ticker.begins("explore"));
    }
    Counts counts =
        new Counts(
            machine,
            reduction,
            found.states(),
            found.transitions(),
            found.seconds(),
            (double) found.bytes() / found.states(),
            (double) found.peakBytes() / found.states(),
            end(found));
    terminal().print(json ? counts.json() : counts.text());
    if (found.trace() != null) {
      return ExitCode.FELL;
    }
    return found.isExhaustive() ? ExitCode.AS_EXPECTED : ExitCode.INCONCLUSIVE;
  }

  private static String end(Exploration<?> found) {
    return switch (found.end()) {
      case COMPLETE -> "every state was seen";
      case DEPTH -> "every state within " + found.depth() + " steps was seen, and there are more";
      case BROKEN -> "a state was found that must not be";
      case TIME -> "the time was spent at depth " + found.depth();
      case MEMORY -> "the memory was spent at depth " + found.depth();
    };
  }

  private Space space() {
    Space space = Spaces.machines().get(machine);
    if (space != null) {
      return space;
    }
    if (Catalogue.scenarios().containsKey(machine)) {
      return Systems.withScenario(machine).space(machine);
    }
    Path file = path(machine);
    if (machine.endsWith(".scenario") || Files.exists(file)) {
      return Situations.space(Source.read(file));
    }
    Set<String> known = new TreeSet<>(Catalogue.scenarios().keySet());
    known.addAll(Spaces.machines().keySet());
    throw unknown("machine or file", machine, known);
  }

  private Map<String, Integer> numbers(Map<String, Space.Part> parts) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    set.forEach(
        (name, value) -> {
          if (!parts.containsKey(name)) {
            throw unknown("name for --set", name, parts.keySet());
          }
          numbers.put(name, number(name, value, parts.get(name)));
        });
    return numbers;
  }

  private int number(String name, String value, Space.Part part) {
    if (!value.matches("[0-9]{1,6}")) {
      throw usage("--set %s: found \"%s\", expected a number".formatted(name, value));
    }
    int number = Integer.parseInt(value);
    if (number < part.least() || number > part.most()) {
      throw usage(
          "--set %s: found %s, expected %d to %d"
              .formatted(name, value, part.least(), part.most()));
    }
    return number;
  }
}
