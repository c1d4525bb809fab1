package watertight.checker.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.trace.RenderedTrace;

/**
 * What all engines together say about a claim.
 *
 * @param run the claim
 * @param verdict what comes of it
 * @param evidence what each engine says, in the order of {@link EngineId}
 * @param deciding the evidence that made the verdict, where one did
 * @param reason why, where the evidence alone does not tell
 */
public record Combined(
    ClaimRun run,
    Verdict verdict,
    List<Evidence> evidence,
    Optional<Evidence> deciding,
    Optional<String> reason) {
  public Combined {
    evidence = List.copyOf(evidence);
  }

  /**
   * Combines the evidence for one claim. In this order: engines that contradict each other are a
   * disagreement; a counterexample to what should hold breaks it; an engine that could not have
   * failed makes the claim vacuous; an engine that had to run and did not makes it inconclusive; a
   * counterexample breaks it; the strongest holds holds.
   *
   * @param mustRun the engines that were asked for by name
   */
  public static Combined of(ClaimRun run, List<Evidence> evidence, Set<EngineId> mustRun) {
    List<Evidence> ordered =
        evidence.stream().sorted(Comparator.comparing(Evidence::engine)).toList();
    return new Verdicts(run, ordered, mustRun).combined();
  }

  /** Whether the claim is as expected. */
  public boolean ok() {
    return verdict == run.expected();
  }

  /** Whether the claim fell: it is the opposite of what is expected, or descriptions differ. */
  public boolean fell() {
    return verdict == Verdict.DISAGREEMENT || (verdict.answers() && !ok());
  }

  /**
   * The trace that stands for the claim: of a disagreement where it shows, else the shortest
   * counterexample that there is.
   */
  public Optional<RenderedTrace> trace() {
    return deciding
        .filter(one -> one.verdict() == Verdict.DISAGREEMENT)
        .flatMap(Evidence::trace)
        .or(this::shortest);
  }

  private Optional<RenderedTrace> shortest() {
    return evidence.stream()
        .flatMap(one -> one.trace().stream())
        .min(Comparator.comparingInt(trace -> trace.steps().size()));
  }

  /** The exit code that this claim alone asks for. */
  public ExitCode exitCode() {
    return switch (verdict) {
      case HOLDS, BROKEN -> ok() ? ExitCode.AS_EXPECTED : ExitCode.FELL;
      case DISAGREEMENT -> ExitCode.FELL;
      case VACUOUS -> ExitCode.VACUOUS;
      case INCONCLUSIVE, NOT_RUN, NOT_COVERED -> ExitCode.INCONCLUSIVE;
    };
  }
}
