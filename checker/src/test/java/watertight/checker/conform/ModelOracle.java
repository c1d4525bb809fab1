package watertight.checker.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Host;
import watertight.checker.kernel.KernelRun;
import watertight.checker.kernel.Move;
import watertight.checker.kernel.Oracle;
import watertight.checker.kernel.seen.ModelSnapshot;
import watertight.checker.kernel.seen.Snapshot;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.Rules;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;

/** A second model in the place of the kernel, perhaps with a fault in what it tells. */
final class ModelOracle implements Oracle {
  private final Rules rules;
  private final UnaryOperator<Answer> told;
  private final UnaryOperator<Snapshot> shown;

  ModelOracle(Rules rules, UnaryOperator<Answer> told, UnaryOperator<Snapshot> shown) {
    this.rules = rules;
    this.told = told;
    this.shown = shown;
  }

  /** One that tells what the rules say. */
  static ModelOracle honest(Rules rules) {
    return new ModelOracle(rules, UnaryOperator.identity(), UnaryOperator.identity());
  }

  @Override
  public Host host() {
    return new Host("a model", rules.settings(), Host.Privilege.ROOT, Host.Network.SHARED);
  }

  @Override
  public KernelRun run(World world, List<Move> moves, Set<Integer> snapshots) {
    PlainCells state = PlainCells.empty();
    WorldBuilder.build(world, state);
    List<Answer> answers = new ArrayList<>();
    Map<Integer, Snapshot> seen = new HashMap<>();
    for (int n = 0; n <= moves.size(); n++) {
      if (n > 0) {
        PlainCells after = state.copy();
        Move move = moves.get(n - 1);
        Result result = new Kernel(rules).call(after, move.task(), move.call());
        state = result.taken() ? after : state;
        answers.add(told.apply(ModelAnswer.of(result, state, move.task()).answer()));
      }
      if (snapshots.contains(n)) {
        seen.put(n, shown.apply(ModelSnapshot.of(state)));
      }
    }
    return new KernelRun(answers, seen, List.of());
  }

  @Override
  public void close() {}
}
