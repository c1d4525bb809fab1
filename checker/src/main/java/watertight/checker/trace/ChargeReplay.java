package watertight.checker.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;
import watertight.model.charge.claim.ChargeScenario;
import watertight.model.charge.claim.ChargeScenarios;

/** Plays a run that another description found in the charge machine, step by step. */
public final class ChargeReplay {
  private final String engine;
  private final ChargeScenario scenario;
  private final Guards guards;

  /**
   * @param engine who found the run
   * @param claim what it is to break
   * @param workload what the tasks do in it
   * @param guards which guards are in force
   */
  public ChargeReplay(String engine, String claim, Workload workload, Guards guards) {
    this.engine = engine;
    this.scenario = scenario(engine, claim, workload);
    this.guards = guards;
  }

  private static ChargeScenario scenario(String engine, String claim, Workload workload) {
    ChargeScenario known =
        ChargeScenarios.all().stream()
            .filter(one -> one.claim().equals(claim))
            .findFirst()
            .orElseThrow();
    return new ChargeScenario(
        claim + "." + engine,
        claim,
        "a run that engine " + engine + " found",
        workload,
        known.predicate(),
        known.witness());
  }

  /**
   * Plays it.
   *
   * @param differs what is wrong with the state after the step with an index, if anything
   */
  public Replayed play(
      List<Task> schedule, BiFunction<Integer, PlainCells, Optional<String>> differs) {
    ChargeMachine machine = new ChargeMachine(scenario.workload(), guards);
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (int i = 0; i < schedule.size(); i++) {
      Task task = schedule.get(i);
      PlainCells after = state.copy();
      Result result = machine.step(task, after);
      Optional<String> how =
          result instanceof Result.Returned
              ? differs.apply(i, after)
              : Optional.of("the model says " + result);
      if (how.isPresent()) {
        return new Replayed.Differs(
            "step %d of %d, by %s: %s".formatted(i + 1, schedule.size(), task, how.get()));
      }
      if (!scenario.property().holdsAfter(state, task, result, after)) {
        return new Replayed.Reached(trace(schedule.subList(0, i + 1)));
      }
      state = after;
    }
    return new Replayed.NotReached(trace(schedule));
  }

  private RenderedTrace trace(List<Task> steps) {
    return ChargeTrace.build(engine, scenario, guards, steps, false);
  }
}
