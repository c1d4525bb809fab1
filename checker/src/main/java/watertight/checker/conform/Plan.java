package watertight.checker.conform;

import java.util.List;
import java.util.Map;
import watertight.checker.kernel.Move;
import watertight.checker.kernel.seen.Snapshot;
import watertight.model.linux.world.World;

/**
 * A run as the model goes through it.
 *
 * @param world the start
 * @param steps the moves, with what the model says of them
 * @param calls the call of the trial that each step comes from, by its place there
 * @param snapshots what is seen in the model after some of the moves
 * @param dropped how many calls of the trial are not asked: nobody could make them, or the model
 *     says that they are out of its scope
 */
record Plan(
    World world,
    List<Step> steps,
    List<Integer> calls,
    Map<Integer, Snapshot> snapshots,
    int dropped) {
  Plan {
    steps = List.copyOf(steps);
    calls = List.copyOf(calls);
    snapshots = Map.copyOf(snapshots);
  }

  List<Move> moves() {
    return steps.stream().map(Step::move).toList();
  }
}
