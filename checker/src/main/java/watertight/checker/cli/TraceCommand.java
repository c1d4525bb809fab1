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
import watertight.checker.explore.Reductions;
import watertight.checker.report.Ticker;
import watertight.checker.report.TraceJson;
import watertight.checker.report.TraceText;
import watertight.checker.run.Where;
import watertight.checker.search.KnownBreak;
import watertight.checker.search.Question;
import watertight.checker.search.Searched;
import watertight.checker.search.Systems;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ExitCode;
import watertight.checker.verdict.Progress;
import watertight.model.Claim;
import watertight.model.Guard;

/** Shows the shortest counterexample, which it searches for. */
@Command(
    name = "trace",
    header = "Show the shortest counterexample to a claim, or without a guard.",
    description =
        "NAME is a claim (broken, or with the first of its guards away), a guard, a variant or a"
            + " scenario. Exit code 3: there is none within the bound; 4: it is not as long as"
            + " recorded.",
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
          "Where to run it. The kernel's part is not run by trace yet; save the trace and use run"
              + " --on.")
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
    List<KnownBreak> candidates = candidates();
    if (where != Where.MODEL) {
      terminal()
          .say("not run: trace does not ask the kernel yet; --as litmus and run --on both do");
    }
    if (where == Where.KERNEL) {
      return ExitCode.INCONCLUSIVE;
    }
    Optional<Found> found;
    try (Ticker ticker = new Ticker(terminal())) {
      found = search(candidates, ticker.begins("trace"));
    }
    if (found.isEmpty()) {
      return ExitCode.INCONCLUSIVE;
    }
    RenderedTrace trace = found.get().search().trace().orElseThrow();
    terminal().print(lines(trace, json, asLitmus));
    ExitCode whole = where == Where.MODEL ? ExitCode.AS_EXPECTED : ExitCode.INCONCLUSIVE;
    return whole.and(stale(trace, found.get().recorded()));
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
    Set<String> known = new TreeSet<>(Catalogue.scenarios().keySet());
    Catalogue.claims().forEach(one -> known.add(one.name()));
    known.addAll(Catalogue.guardNames());
    known.addAll(Catalogue.variants().keySet());
    throw unknown("claim, guard, variant or scenario", name, known);
  }

  private static List<KnownBreak> without(List<Guard> guards) {
    List<KnownBreak> recorded = KnownBreak.without(guards);
    return recorded.isEmpty() ? KnownBreak.anywhere(guards) : List.of(recorded.getFirst());
  }
}
