package watertight.checker.search;

import java.util.Map;
import java.util.TreeMap;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Reductions;
import watertight.checker.verdict.Progress;
import watertight.model.Guards;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;
import watertight.model.charge.claim.ChargeProperties;

/** The charge race: tasks that charge one page and give it back. */
public final class ChargeSpace implements Space {
  private static final Map<String, Integer> USUAL = Map.of("tasks", 3, "rounds", 1, "levels", 2);

  @Override
  public Map<String, Part> parts() {
    Map<String, Part> parts = new TreeMap<>();
    parts.put("tasks", new Part(2, 64));
    parts.put("rounds", new Part(1, 1000));
    parts.put("levels", new Part(1, 32));
    return parts;
  }

  @Override
  public Exploration<Task> visit(
      Map<String, Integer> set, Reductions reductions, Progress progress) {
    Map<String, Integer> numbers = new TreeMap<>(USUAL);
    numbers.putAll(set);
    Workload workload =
        Workload.rounds(numbers.get("tasks"), numbers.get("rounds"), numbers.get("levels"));
    return Explorer.explore(
        new ChargeMachine(workload, Guards.all()),
        ChargeProperties.boundedAndCovered(workload),
        null,
        reductions,
        Space.limits(Integer.MAX_VALUE, progress));
  }
}
