package watertight.checker.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import watertight.checker.kernel.NotRun;
import watertight.model.PlainCells;
import watertight.model.linux.world.BadWorld;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;
import watertight.model.linux.world.WorldLine;
import watertight.properties.linux.call.Run.By;

/**
 * Shortens a trial as far as model and kernel still differ: parts of the calls are left out, then
 * parts of the world, until nothing more can go. Both are asked each time.
 */
final class Shrinking {
  private final Lockstep lockstep;
  private final BooleanSupplier spent;
  private Difference best;

  Shrinking(Lockstep lockstep, Difference found, BooleanSupplier spent) {
    this.lockstep = lockstep;
    this.best = found;
    this.spent = spent;
  }

  Difference shrink() throws NotRun {
    int before;
    do {
      before = size();
      fewer(best.trial().calls().size(), this::withoutCalls);
      fewer(best.trial().world().lines().size(), this::withoutLines);
    } while (size() < before && !spent.getAsBoolean());
    return best;
  }

  private int size() {
    return best.trial().calls().size() + best.trial().world().lines().size();
  }

  /** The trial without a part, from {@code from} on, of {@code length}. */
  private interface Without {
    Trial part(int from, int length);
  }

  /** Leaves out halves, quarters and so on, down to single ones, from the end. */
  private void fewer(int many, Without without) throws NotRun {
    int left = many;
    for (int length = Math.max(1, left / 2); length >= 1; length /= 2) {
      for (int from = left - length; from >= 0 && !spent.getAsBoolean(); from -= length) {
        if (differs(without.part(from, length))) {
          left -= length;
        }
      }
    }
  }

  private Trial withoutCalls(int from, int length) {
    List<By> calls = new ArrayList<>(best.trial().calls());
    calls.subList(from, Math.min(calls.size(), from + length)).clear();
    return new Trial(best.trial().world(), calls);
  }

  private Trial withoutLines(int from, int length) {
    List<WorldLine> lines = new ArrayList<>(best.trial().world().lines());
    lines.subList(from, Math.min(lines.size(), from + length)).clear();
    return new Trial(new World(lines), best.trial().calls());
  }

  private boolean differs(Trial trial) throws NotRun {
    if (!isPossible(trial.world())) {
      return false;
    }
    var difference = lockstep.run(trial, true).difference();
    difference.ifPresent(found -> best = found);
    return difference.isPresent();
  }

  private static boolean isPossible(World world) {
    try {
      WorldBuilder.build(world, PlainCells.empty());
      return true;
    } catch (BadWorld e) {
      return false;
    }
  }
}
