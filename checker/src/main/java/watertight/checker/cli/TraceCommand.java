package watertight.checker.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watertight.checker.conform.JudgedTrace;
import watertight.checker.conform.TraceJudge;
import watertight.checker.explore.Reductions;
import watertight.checker.report.JudgedTraceText;
import watertight.checker.report.Ticker;
import watertight.checker.report.TraceJson;
import watertight.checker.report.TraceText;
import watertight.checker.run.Where;
import watertight.checker.search.KnownBreak;
import watertight.checker.search.KnownEscapes;
import watertight.checker.search.Question;
import watertight.checker.search.Searched;
import watertight.checker.search.Systems;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ExitCode;
import watertight.checker.verdict.Progress;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.linux.scenario.ScenarioMachine;

/** Shows the shortest counterexample, which it searches for. */
@Command(
    name = "trace",
    header = "Show the shortest counterexample to a claim, or without a guard.",
    description =
        "NAME is a claim (broken, or with the first of its guards away), a guard, a variant, a"
            + " scenario or a known escape. Exit code 3: there is none within the bound; 4: it is"
            + " not as long as recorded.",
    footerHeading = "%nExample:%n",
    footer = "  ./watertight trace chroot-needs-capability --as litmus")
final class TraceCommand extends Action {
  private static final Duration TIME = Duration.ofSeconds(100);
  private static final Duration ONE_OF_MANY = Duration.ofSeconds(5);

  @Parameters(paramLabel = "NAME", description = "What to break.")
  private String name;

  @Option(
      names = "--on",
      paramLabel = "model|kernel|both",
      defaultValue = "model",
      description =
          "Also put its calls to the model with all guards, to the kernel of this machine, or to"
              + " both (default: ${DEFAULT-VALUE}, only where it was found).")
  private String on;

  @Option(names = "--as", paramLabel = "litmus", description = "Write the trace as a litmus file.")
  private @Nullable String as;

  /** A search that reached its goal, and how long the trace was to be. */
  private record Found(Searched<?> search, OptionalInt recorded) {}

  @Override
  ExitCode run() {
    boolean json = isJson();
    Where where = Where.named(oneOf("--on", on, Where.names())).orElseThrow();
    boolean asLitmus = as != null && oneOf("--as", as, List.of("litmus")).equals("litmus");
    if (asLitmus && where != Where.MODEL) {
      throw usage("--as litmus writes the trace as it was found: leave out --on " + on);
    }
    List<KnownBreak> candidates = candidates();
    Optional<Found> found;
    try (Ticker ticker = new Ticker(terminal())) {
      found = search(candidates, ticker.begins("trace"));
    }
    if (found.isEmpty()) {
      return ExitCode.INCONCLUSIVE;
    }
    RenderedTrace trace = found.get().search().trace().orElseThrow();
    ExitCode told =
        where == Where.MODEL
            ? tell(trace, json, asLitmus)
            : judge(found.get().search().question(), trace, where, json);
    return told.and(stale(trace, found.get().recorded()));
  }

  private ExitCode tell(RenderedTrace trace, boolean json, boolean asLitmus) {
    terminal().print(lines(trace, json, asLitmus));
    return ExitCode.AS_EXPECTED;
  }

  /** Shows the trace beside the model with all guards and the kernel. */
  private ExitCode judge(Question<?> question, RenderedTrace trace, Where where, boolean json) {
    JudgedTrace judged =
        question.machine() instanceof ScenarioMachine
            ? TraceJudge.judge(trace, Kernels::open)
            : TraceJudge.elsewhere(trace);
    terminal()
        .print(
            json
                ? TraceJson.lines(judged, where)
                : JudgedTraceText.lines(judged, where, terminal().style()));
    if (judged.disagreement().isPresent()) {
      return ExitCode.FELL;
    }
    return judged.notRun().isPresent() ? ExitCode.INCONCLUSIVE : ExitCode.AS_EXPECTED;
  }

  private List<String> lines(RenderedTrace trace, boolean json, boolean asLitmus) {
    if (asLitmus) {
      return trace.litmus().lines().toList();
    }
    return json ? TraceJson.lines(trace) : TraceText.lines(trace, terminal().style());
  }

  private ExitCode stale(RenderedTrace trace, OptionalInt recorded) {
    int steps = trace.steps().size();
    if (recorded.isEmpty() || recorded.getAsInt() == steps) {
      return ExitCode.AS_EXPECTED;
    }
    terminal().say("the record is stale: %d steps, found %d".formatted(recorded.getAsInt(), steps));
    return ExitCode.VACUOUS;
  }

  private Optional<Found> search(List<KnownBreak> candidates, Progress progress) {
    Budget budget = Budget.of(TIME, 0, "default", 1);
    List<String> reasons = new ArrayList<>();
    for (KnownBreak candidate : candidates) {
      Question<?> question =
          Systems.withScenario(candidate.scenario())
              .question(candidate.scenario(), budget.scope(), candidate.away());
      Searched<?> search =
          Searched.run(
              question,
              Reductions.ALL,
              candidates.size() == 1 ? budget : budget.atMost(ONE_OF_MANY),
              progress);
      if (search.isBroken()) {
        return Optional.of(new Found(search, candidate.steps()));
      }
      reasons.add(
          candidate.scenario()
              + ": "
              + (search.found().isExhaustive()
                  ? "holds, " + search.bound().text()
                  : search.unfinished()));
    }
    terminal().say("no trace found");
    reasons.forEach(reason -> terminal().say("  " + reason));
    return Optional.empty();
  }

  private List<KnownBreak> candidates() {
    Optional<Claim> claim =
        Catalogue.claims().stream().filter(one -> one.name().equals(name)).findFirst();
    if (claim.isPresent()) {
      return KnownBreak.ofClaim(claim.get()).stream().limit(1).toList();
    }
    Optional<Guard> guard = Catalogue.guard(name);
    if (guard.isPresent()) {
      return without(List.of(guard.get()));
    }
    if (Catalogue.variants().containsKey(name)) {
      return without(Catalogue.variants().get(name));
    }
    if (Catalogue.scenarios().containsKey(name)) {
      return List.of(new KnownBreak(name, Set.of(), OptionalInt.empty()));
    }
    if (KnownEscapes.searched().contains(name)) {
      return List.of(new KnownBreak(KnownEscapes.scenario(name), Set.of(), OptionalInt.empty()));
    }
    Set<String> known = new TreeSet<>(Catalogue.scenarios().keySet());
    known.addAll(KnownEscapes.searched());
    Catalogue.claims().forEach(one -> known.add(one.name()));
    known.addAll(Catalogue.guardNames());
    known.addAll(Catalogue.variants().keySet());
    throw unknown("claim, guard, variant, scenario or known escape", name, known);
  }

  private static List<KnownBreak> without(List<Guard> guards) {
    List<KnownBreak> recorded = KnownBreak.without(guards);
    return recorded.isEmpty() ? KnownBreak.anywhere(guards) : List.of(recorded.getFirst());
  }
}
