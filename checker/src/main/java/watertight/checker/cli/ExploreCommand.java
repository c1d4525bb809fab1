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
import watertight.checker.search.Scenarios;
import watertight.checker.search.StateSpace;
import watertight.checker.text.ScenarioParser;
import watertight.checker.verdict.ExitCode;
import watertight.model.linux.Settings;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.Scope;

/** Counts one state space. */
@Command(
    name = "explore",
    header = "Visit a whole state space: counts and rates.",
    description =
        "MACHINE is the name of a scenario in \"list scenarios\". The goal does not end the visit."
            + " --set changes the scope (inodes, fds, mounts, tasks, components, depth) or a limit"
            + " (symlinks, name_max, …). Exit code 3: the memory was spent before the end.",
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
      paramLabel = "none|symmetry|paths|all",
      description = "Which states and arguments may stand for others; this version has no por.")
  private String reduction;

  private static Map<String, Reductions> reductions() {
    Map<String, Reductions> reductions = new LinkedHashMap<>();
    reductions.put("none", Reductions.NONE);
    reductions.put("symmetry", new Reductions(true, false));
    reductions.put("paths", new Reductions(false, true));
    reductions.put("all", Reductions.ALL);
    return reductions;
  }

  @Override
  ExitCode run() {
    boolean json = isJson();
    Reductions reductions = REDUCTIONS.get(oneOf("--reduction", reduction, REDUCTIONS.keySet()));
    Map<String, Integer> numbers = numbers();
    Scenario scenario = scenario();
    Scope scope = StateSpace.with(Scenarios.scope(scenario, "default"), numbers);
    Settings settings = StateSpace.with(Settings.LINUX_6_18, numbers);
    Exploration<Move> found;
    try (Ticker ticker = new Ticker(terminal())) {
      found = StateSpace.visit(scenario, scope, settings, reductions, ticker.begins("explore"));
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
    return found.isExhaustive() ? ExitCode.AS_EXPECTED : ExitCode.INCONCLUSIVE;
  }

  private static String end(Exploration<Move> found) {
    return switch (found.end()) {
      case COMPLETE -> "every state was seen";
      case DEPTH -> "every state within " + found.depth() + " steps was seen, and there are more";
      case BROKEN -> "a state was found that must not be";
      case TIME -> "the time was spent at depth " + found.depth();
      case MEMORY -> "the memory was spent at depth " + found.depth();
    };
  }

  private Scenario scenario() {
    if (Catalogue.scenarios().containsKey(machine)) {
      return Scenarios.named(machine);
    }
    Path file = path(machine);
    if (machine.endsWith(".scenario") || Files.exists(file)) {
      return ScenarioParser.parse(file, Scenarios.guards()).scenario();
    }
    throw unknown("machine or file", machine, Catalogue.scenarios().keySet());
  }

  private Map<String, Integer> numbers() {
    Set<String> known = new TreeSet<>(StateSpace.PARTS);
    known.addAll(Settings.NAMES);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    set.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            throw unknown("name for --set", name, known);
          }
          if (!value.matches("[0-9]{1,6}")) {
            throw usage("--set %s: found \"%s\", expected a number".formatted(name, value));
          }
          numbers.put(name, Integer.parseInt(value));
        });
    return numbers;
  }
}
