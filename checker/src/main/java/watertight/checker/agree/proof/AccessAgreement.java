package watertight.checker.agree.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import watertight.checker.smt.AccessOutcome;
import watertight.checker.smt.AccessText;
import watertight.checker.smt.SmtScript;
import watertight.model.Guard;
import watertight.model.Guards;

/**
 * The access check of the SGX machine and that of {@code specs/smt/sgx-access.smt2} held against
 * each other, in both directions: accesses that are drawn for the model are judged by the text, and
 * accesses that Z3 finds for each outcome of the text are judged by the model. Sometimes a check is
 * away, in both.
 */
public final class AccessAgreement {
  private static final int ROUND = 4;

  private final Random random;
  private final AccessText text;
  private final Map<AccessOutcome, Integer> drawn = new EnumMap<>(AccessOutcome.class);
  private final Map<AccessOutcome, Integer> found = new EnumMap<>(AccessOutcome.class);
  private Optional<String> disagreement = Optional.empty();

  private AccessAgreement(AccessText text, long seed) {
    this.text = text;
    this.random = new Random(seed);
    for (AccessOutcome outcome : AccessOutcome.values()) {
      drawn.put(outcome, 0);
      found.put(outcome, 0);
    }
  }

  /**
   * What came of it.
   *
   * @param drawn how many accesses of each outcome were drawn for the model and judged by the text
   * @param found how many Z3 found for each outcome, and the model judged
   * @param disagreement the first difference
   * @param missing the outcomes that were not seen often enough
   */
  public record Outcome(
      Map<AccessOutcome, Integer> drawn,
      Map<AccessOutcome, Integer> found,
      Optional<String> disagreement,
      List<String> missing) {}

  /** Compares until each outcome was seen often enough. */
  public static Outcome of(int enough, long seed, BooleanSupplier isSpent) {
    return compare(AccessText.script(), enough, seed, isSpent);
  }

  static Outcome compare(SmtScript script, int enough, long seed, BooleanSupplier isSpent) {
    try (AccessText text = new AccessText(script)) {
      AccessAgreement agreement = new AccessAgreement(text, seed);
      while (agreement.goesOn(enough) && !isSpent.getAsBoolean()) {
        agreement.round(enough);
      }
      return new Outcome(
          agreement.drawn, agreement.found, agreement.disagreement, agreement.missing(enough));
    }
  }

  private boolean goesOn(int enough) {
    return disagreement.isEmpty() && !missing(enough).isEmpty();
  }

  private List<String> missing(int enough) {
    List<String> missing = new ArrayList<>();
    for (AccessOutcome outcome : AccessOutcome.values()) {
      if (drawn.get(outcome) < enough) {
        missing.add("model " + outcome.word());
      }
      if (found.get(outcome) < enough) {
        missing.add("text " + outcome.word());
      }
    }
    return missing;
  }

  /** A few accesses with the same checks away: none, one or two. */
  private void round(int enough) {
    Set<Guard> away = new LinkedHashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      away.add(AccessText.GUARDS.get(random.nextInt(AccessText.GUARDS.size())));
    }
    Guards guards = Guards.all().without(away);
    text.with(away);
    for (int i = 0; i < ROUND; i++) {
      judge(guards, Words.drawn(random), drawn);
    }
    for (AccessOutcome outcome : AccessOutcome.values()) {
      if (found.get(outcome) < enough) {
        text.find(outcome, random).ifPresent(access -> judge(guards, access, found));
      }
    }
  }

  private void judge(Guards guards, AccessText.Access access, Map<AccessOutcome, Integer> counts) {
    AccessOutcome model = Words.judged(access, guards);
    AccessOutcome said = text.judge(access);
    counts.merge(model, 1, Integer::sum);
    if (model != said && disagreement.isEmpty()) {
      disagreement =
          Optional.of(
              "sgx-access.smt2: with %s the text says %s, the model %s of %s"
                  .formatted(guards, said.word(), model.word(), access));
    }
  }
}
