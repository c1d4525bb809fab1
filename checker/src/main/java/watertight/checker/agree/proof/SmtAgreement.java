package watertight.checker.agree.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import watertight.checker.smt.SmtScript;
import watertight.checker.smt.SmtScripts;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;

/**
 * Model and proofs held against each other: every step of random runs of the charge machine must be
 * a step of the text, or nothing to it; what the model does not do then must be none; and with one
 * field of the state afterwards corrupted it must be none either. All guards are in force.
 */
public final class SmtAgreement {
  private static final int MOST_RUNS = 20_000;
  private static final int MOST_STEPS = 60;

  private final Abstraction abstraction;
  private final Definitions definitions;
  private final int enough;
  private final Random random;
  private final Map<String, Integer> allowed = new LinkedHashMap<>();
  private int rejected;
  private int barred;
  private Optional<String> disagreement = Optional.empty();

  private SmtAgreement(SmtScript script, Abstraction abstraction, int enough, long seed) {
    this.abstraction = abstraction;
    this.definitions = new Definitions(script, abstraction.calls(), abstraction.sort(), Set.of());
    this.enough = enough;
    this.random = new Random(seed);
    abstraction.calls().keySet().forEach(name -> allowed.put(name, 0));
  }

  /**
   * What came of it.
   *
   * @param text the text's name
   * @param steps how often each of its steps was taken by the model
   * @param rejected how many corrupted steps it rejected, as it must
   * @param barred how many outcomes it rejected that the model did not take
   * @param left the steps of the text that were not compared, with the reason
   * @param disagreement the first difference
   * @param missing the steps that were not seen often enough
   */
  public record Outcome(
      String text,
      Map<String, Integer> steps,
      int rejected,
      int barred,
      Map<String, String> left,
      Optional<String> disagreement,
      List<String> missing) {
    /** How many steps were put to the text: as many were corrupted. */
    public int compared() {
      return rejected;
    }
  }

  /** The abstractions, one for each proof. */
  static List<Abstraction> abstractions() {
    return List.of(new CounterAbstraction(), new PathAbstraction(), new PidsAbstraction());
  }

  /** The name of the text that proves a claim, where its steps are compared. */
  public static Optional<String> text(String claim) {
    return SmtScripts.proving(claim).map(SmtScript::name).filter(name -> named(name).isPresent());
  }

  private static Optional<Abstraction> named(String text) {
    return abstractions().stream().filter(one -> one.text().equals(text)).findFirst();
  }

  /** Compares the steps of a text, until each was seen often enough. */
  public static Outcome of(String text, int enough, long seed, BooleanSupplier isSpent) {
    return compare(SmtScripts.named(text), named(text).orElseThrow(), enough, seed, isSpent);
  }

  /** Compares until each step was seen often enough. */
  static Outcome compare(
      SmtScript script, Abstraction abstraction, int enough, long seed, BooleanSupplier isSpent) {
    SmtAgreement agreement = new SmtAgreement(script, abstraction, enough, seed);
    try (Definitions open = agreement.definitions) {
      for (int run = 0; run < MOST_RUNS && agreement.goesOn() && !isSpent.getAsBoolean(); run++) {
        agreement.run();
      }
      return agreement.outcome();
    }
  }

  private boolean goesOn() {
    return disagreement.isEmpty() && !missing().isEmpty();
  }

  private List<String> missing() {
    return allowed.entrySet().stream()
        .filter(one -> one.getValue() < enough)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Outcome outcome() {
    return new Outcome(
        abstraction.text(),
        new LinkedHashMap<>(allowed),
        rejected,
        barred,
        abstraction.left(),
        disagreement,
        missing());
  }

  private void run() {
    Workload workload = abstraction.world(random);
    ChargeMachine machine = new ChargeMachine(workload, Guards.all());
    abstraction.begin(workload, random);
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (int i = 0; i < MOST_STEPS && disagreement.isEmpty(); i++) {
      Task task = workload.tasks().get(random.nextInt(workload.tasks().size()));
      PlainCells after = state.copy();
      if (machine.step(task, after) instanceof Result.Returned) {
        abstraction.see(new ModelStep(workload, task, state, after)).forEach(this::check);
        state = after;
      }
    }
  }

  private void check(Abstraction.Seen seen) {
    if (disagreement.isPresent()) {
      return;
    }
    switch (seen) {
      case Abstraction.Seen.Unmoved(List<Object> before, List<Object> after) ->
          demand(
              before.equals(after),
              "the model goes from %s to %s, which is no step of the text",
              before,
              after);
      case Abstraction.Seen.Barred(Point point) -> {
        if (barred < enough * 10) {
          demand(!definitions.allowsAny(point), "the model does not take %s, the text does", point);
          barred++;
        }
      }
      case Abstraction.Seen.Allowed(Point point) -> allowed(point);
    }
  }

  private void allowed(Point point) {
    int so = allowed.merge(point.function(), 1, Integer::sum);
    if (so > enough) {
      return;
    }
    demand(definitions.allows(point), "the model takes %s, the text does not", point);
    int field = so % point.after().size();
    Object value = definitions.another(field, point.after().get(field));
    Point corrupted = point.corrupted(field, value);
    demand(!definitions.allowsAny(corrupted), "corrupted, the text takes %s", corrupted);
    rejected++;
  }

  private void demand(boolean met, String how, Object... what) {
    if (!met && disagreement.isEmpty()) {
      disagreement = Optional.of(abstraction.text() + ".smt2: " + how.formatted(what));
    }
  }
}
