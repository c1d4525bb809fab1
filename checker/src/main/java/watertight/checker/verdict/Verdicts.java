package watertight.checker.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import watertight.checker.trace.RenderedTrace;

/** The rules by which evidence becomes one verdict. */
record Verdicts(ClaimRun run, List<Evidence> evidence, Set<EngineId> mustRun) {

  Combined combined() {
    Optional<Combined> differ = disagreement();
    if (differ.isPresent()) {
      return differ.get();
    }
    Optional<Evidence> broken = first(Verdicts::isBroken);
    if (broken.isPresent() && run.expected() == Verdict.HOLDS) {
      return decided(Verdict.BROKEN, broken.get());
    }
    Optional<Evidence> vacuous = first(one -> one.verdict() == Verdict.VACUOUS);
    if (vacuous.isPresent()) {
      return decided(Verdict.VACUOUS, vacuous.get());
    }
    Optional<Evidence> missing =
        first(one -> one.verdict() == Verdict.NOT_RUN && mustRun.contains(one.engine()));
    if (missing.isPresent()) {
      return decided(Verdict.INCONCLUSIVE, missing.get());
    }
    return broken
        .or(this::strongest)
        .map(one -> decided(one.verdict(), one))
        .orElseGet(this::nobodyKnows);
  }

  /** Descriptions that differ, a counterexample that does not replay, or one within a holds. */
  private Optional<Combined> disagreement() {
    Optional<Evidence> differ = first(one -> one.verdict() == Verdict.DISAGREEMENT);
    if (differ.isPresent()) {
      return differ.map(one -> decided(Verdict.DISAGREEMENT, one));
    }
    Optional<Evidence> unreplayed =
        first(one -> one.verdict() == Verdict.BROKEN && one.trace().isEmpty());
    if (unreplayed.isPresent()) {
      return unreplayed.map(
          one ->
              because(
                  one, one.engine().text() + " says broken, and no trace replays in the model"));
    }
    return evidence.stream()
        .filter(Verdicts::isBroken)
        .flatMap(broken -> contradiction(broken).stream())
        .findFirst();
  }

  private Optional<Combined> contradiction(Evidence broken) {
    RenderedTrace trace = broken.trace().orElseThrow();
    return first(one -> speaks(one) && one.bound().orElseThrow().covers().test(trace))
        .map(
            one ->
                because(
                    broken,
                    "%s says broken with a trace of %d steps, and %s says holds (%s) where that trace belongs"
                        .formatted(
                            broken.engine().text(),
                            trace.steps().size(),
                            one.engine().text(),
                            one.strength().orElseThrow().text())));
  }

  private Optional<Evidence> strongest() {
    return evidence.stream()
        .filter(Verdicts::speaks)
        .min(Comparator.comparing(one -> one.strength().orElseThrow()));
  }

  private Combined nobodyKnows() {
    Optional<Evidence> tried = first(one -> one.verdict() == Verdict.INCONCLUSIVE);
    if (tried.isPresent()) {
      return decided(Verdict.INCONCLUSIVE, tried.get());
    }
    return new Combined(
        run,
        Verdict.INCONCLUSIVE,
        evidence,
        Optional.empty(),
        Optional.of("no engine that was asked for covers this claim"));
  }

  private static boolean isBroken(Evidence one) {
    return one.verdict() == Verdict.BROKEN && one.trace().isPresent();
  }

  /** Whether it says that the claim holds, and not only that descriptions agree. */
  private static boolean speaks(Evidence one) {
    return one.verdict() == Verdict.HOLDS && !one.engine().compares();
  }

  private Optional<Evidence> first(Predicate<Evidence> test) {
    return evidence.stream().filter(test).findFirst();
  }

  private Combined decided(Verdict verdict, Evidence by) {
    return new Combined(run, verdict, evidence, Optional.of(by), by.reason());
  }

  private Combined because(Evidence by, String reason) {
    return new Combined(run, Verdict.DISAGREEMENT, evidence, Optional.of(by), Optional.of(reason));
  }
}
