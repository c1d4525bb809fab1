package watertight.model.linux.scenario;

import java.util.HashMap;
import java.util.Map;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.PendingCell;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.WalkingCalls;
import watertight.model.linux.task.Task;

/** Runs the parties that have a program of their own, one component at a time. */
final class Programs {
  private final Kernel kernel;
  private final Map<Task, Party.Runs> byTask = new HashMap<>();

  Programs(Kernel kernel, Iterable<Party> parties) {
    this.kernel = kernel;
    for (Party party : parties) {
      if (party instanceof Party.Runs runs) {
        byTask.put(runs.task().task(), runs);
      }
    }
  }

  Result step(Cells cells, Task task) {
    ProgramCell.State state = cells.get(new ProgramCell(task));
    Party.Runs program = byTask.get(task);
    if (state.stopped() || state.next() >= program.lines().size()) {
      return new Result.NotEnabled("the program has ended");
    }
    Party.Line line = program.lines().get(state.next());
    Result result = run(cells, task, Binding.apply(line.call(), state.bound()));
    if (result instanceof Result.Returned(Reply.Unfinished unfinished) || !result.taken()) {
      return result;
    }
    cells.set(new ProgramCell(task), next(state, line, result));
    return result;
  }

  /** The call of the line that is next or under way, or null when the program has ended. */
  Syscall next(Cells cells, Task task) {
    ProgramCell.State state = cells.get(new ProgramCell(task));
    Party.Runs program = byTask.get(task);
    return state.stopped() || state.next() >= program.lines().size()
        ? null
        : Binding.apply(program.lines().get(state.next()).call(), state.bound());
  }

  private Result run(Cells cells, Task task, Syscall call) {
    if (cells.has(new PendingCell(task))) {
      return kernel.advance(cells, task);
    }
    if (WalkingCalls.of(call) == null) {
      return kernel.call(cells, task, call);
    }
    Result begun = kernel.begin(cells, task, call);
    boolean goesOn = begun instanceof Result.Returned(Reply.Unfinished unfinished);
    return goesOn ? kernel.advance(cells, task) : begun;
  }

  private static ProgramCell.State next(ProgramCell.State state, Party.Line line, Result result) {
    if (!Expectations.met(line.expect(), result)) {
      return state.stop();
    }
    boolean binds =
        line.binds() >= 0 && result instanceof Result.Returned(Reply.Descriptor descriptor);
    ProgramCell.State bound = binds ? state.with(line.binds(), fd(result)) : state;
    return bound.after();
  }

  private static int fd(Result result) {
    return ((Reply.Descriptor) ((Result.Returned) result).answer()).fd();
  }
}
