package watertight.properties.linux.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import watertight.model.Cell;
import watertight.model.Gate;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Kernel;
import watertight.model.linux.PendingCell;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.WalkingCalls;
import watertight.model.linux.mount.MountGates;
import watertight.model.linux.namespace.NamespaceGates;
import watertight.model.linux.task.FileGates;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;
import watertight.properties.linux.call.Run;
import watertight.properties.linux.call.Run.By;
import watertight.properties.linux.call.Runs;

/** Every call has a result in every state, and leaves a state that a kernel can be in. */
class RunProperties {
  private static final Kernel KERNEL = new Kernel(Rules.LINUX);

  @Provide
  Arbitrary<Run> runs() {
    return Runs.any(20);
  }

  private static PlainCells start(Run run) {
    return WorldBuilder.start(run.world().world());
  }

  @Property(tries = 2000, shrinking = ShrinkingMode.BOUNDED)
  void everyCallLeavesAWellFormedState(@ForAll("runs") Run run) {
    PlainCells cells = start(run);
    requireWellFormed(cells, "the start");
    for (By by : run.calls()) {
      KERNEL.call(cells, by.task(), by.call());
      requireWellFormed(cells, by);
    }
  }

  private static void requireWellFormed(PlainCells cells, Object after) {
    List<String> problems = WellFormed.problems(cells);
    if (!problems.isEmpty()) {
      throw new AssertionError("after " + after + ": " + problems);
    }
  }

  /**
   * Three refusals leave a mark: the first umount2 with MNT_EXPIRE, the reset of a socket, and a
   * fork into a PID namespace whose init is gone, which uses numbers up.
   */
  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void whatIsRefusedChangesNothing(@ForAll("runs") Run run) {
    PlainCells cells = start(run);
    for (By by : run.calls()) {
      PlainCells before = cells.copy();
      Result result = KERNEL.call(cells, by.task(), by.call());
      boolean marks =
          isRefused(result, MountGates.EXPIRE_SECOND_TIME)
              || isRefused(result, FileGates.RECEIVE_NOT_RESET)
              || isRefused(result, NamespaceGates.PID_NAMESPACE_ALIVE);
      boolean undone = !(result instanceof Result.Returned) && !(result instanceof Result.Dies);
      if (undone && !marks && result.taken() && !cells.equals(before)) {
        throw new AssertionError(by + " gave " + result + ", and changed the state");
      }
      cells = result.taken() ? cells : before;
    }
  }

  /** No copy of what the parent has is left behind by a fork that is refused. */
  @Example
  void aForkInVainMakesNothing() {
    PlainCells cells = WorldBuilder.start(World.DEFAULT);
    KERNEL.call(cells, Task.A, new Syscall.Unshare(CloneFlags.CLONE_NEWPID));
    KERNEL.call(cells, Task.A, new Syscall.Clone(0));
    KERNEL.call(cells, new Task(1), new Syscall.ExitGroup(0));
    Set<Cell<?>> before = Set.copyOf(cells.values().keySet());
    Result result = KERNEL.call(cells, Task.A, new Syscall.Clone(0));
    if (!isRefused(result, NamespaceGates.PID_NAMESPACE_ALIVE)
        || !cells.values().keySet().equals(before)) {
      throw new AssertionError(result + " left " + cells.values().keySet() + " of " + before);
    }
  }

  private static boolean isRefused(Result result, Gate gate) {
    return result instanceof Result.Refused refused && refused.gate() == gate;
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void aCallStepByStepIsTheCall(@ForAll("runs") Run run) {
    PlainCells cells = start(run);
    for (By by : run.calls()) {
      PlainCells stepwise = cells.copy();
      Result whole = KERNEL.call(cells, by.task(), by.call());
      if (WalkingCalls.of(by.call()) != null && whole.taken()) {
        Result last = KERNEL.begin(stepwise, by.task(), by.call());
        while (stepwise.has(new PendingCell(by.task()))) {
          last = KERNEL.advance(stepwise, by.task());
        }
        if (!last.equals(whole) || !stepwise.equals(cells)) {
          throw new AssertionError(by + " gave " + whole + " whole, " + last + " step by step");
        }
      }
    }
  }

  /** Each task begins its call, and takes one step of it whenever another has called. */
  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void interleavedWalksLeaveAWellFormedState(@ForAll("runs") Run run) {
    PlainCells cells = start(run);
    List<Task> walking = new ArrayList<>();
    for (By by : run.calls()) {
      if (WalkingCalls.of(by.call()) == null) {
        KERNEL.call(cells, by.task(), by.call());
      } else if (!walking.contains(by.task())) {
        KERNEL.begin(cells, by.task(), by.call());
        walking.add(by.task());
      }
      for (Task task : walking) {
        KERNEL.advance(cells, task);
      }
      walking.removeIf(task -> !cells.has(new PendingCell(task)));
      requireWellFormed(cells, by);
    }
  }
}
