package watertight.checker.agree;

import static watertight.model.linux.path.PathGates.COMPONENT_IS_DIRECTORY;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Kernel;
import watertight.model.linux.Pending;
import watertight.model.linux.PendingCell;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.WalkingCalls;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.task.Task;

/** A run of the model, each step of which is put to the specification. */
final class ModelRun {
  private final Rules rules;
  private final Kernel kernel;
  private final PlainCells cells;
  private final StartCheck starts;
  private final WalkCheck walks;
  private final CallChecks calls;
  private final Coverage coverage;

  ModelRun(
      Rules rules,
      PlainCells cells,
      StartCheck starts,
      WalkCheck walks,
      CallChecks calls,
      Coverage coverage) {
    this.coverage = coverage;
    this.rules = rules;
    this.kernel = new Kernel(rules);
    this.cells = cells;
    this.starts = starts;
    this.walks = walks;
    this.calls = calls;
  }

  PlainCells cells() {
    return cells;
  }

  /** Takes a step, and says where the descriptions differ about it, or null. */
  @Nullable Finding take(Deed deed) {
    if (!Scene.tasks(cells).contains(deed.task())) {
      return null;
    }
    boolean waits = cells.has(new PendingCell(deed.task()));
    return switch (deed) {
      case Deed.GoesOn(Task task) -> waits ? goesOn(task) : null;
      case Deed.Calls(Task task, Syscall call) -> waits ? null : makes(task, call);
      case Deed.Drops(Task task, int uid) -> waits ? null : drops(task, uid);
      case Deed.Passes(Task task, int fd, Task to) -> waits ? null : passes(task, fd, to);
    };
  }

  private @Nullable Finding makes(Task task, Syscall call) {
    Scene before = Scene.of(cells.copy());
    Caller c = new Caller(before.cells(), rules, task);
    if (WalkingCalls.of(call) == null) {
      Result result = kernel.call(cells, task, call);
      note(CallChecks.isCompared(call), call);
      return calls.plain(c, call, before, Scene.of(cells), result);
    }
    Result result = kernel.begin(cells, task, call);
    Scene after = Scene.of(cells);
    Finding finding = starts.check(c, call, before, after, result);
    note(starts.isCompared(c, call), call);
    Path from = starts.isCompared(c, call) ? StartCheck.from(c, call) : null;
    return finding == null && from != null && result instanceof Result.Returned
        ? calls.begins(c, from, call, before, after)
        : finding;
  }

  private void note(boolean isCompared, Syscall call) {
    if (isCompared) {
      coverage.call(call.name());
    }
  }

  private @Nullable Finding drops(Task task, int uid) {
    Scene before = Scene.of(cells.copy());
    Compounds.OF_DROP.forEach(coverage::call);
    return Compounds.drop(kernel, cells, task, uid)
        ? calls.drops(task, uid, before, Scene.of(cells))
        : null;
  }

  private @Nullable Finding passes(Task task, int fd, Task to) {
    Scene before = Scene.of(cells.copy());
    Path place = CallChecks.place(new Caller(before.cells(), rules, task), fd);
    Compounds.OF_PASS.forEach(coverage::call);
    boolean possible = place != null && !task.equals(to) && Compounds.canReceive(cells, to);
    return possible && Compounds.pass(kernel, cells, task, fd, to)
        ? calls.passes(task, Objects.requireNonNull(place), to, before, Scene.of(cells))
        : null;
  }

  private @Nullable Finding goesOn(Task task) {
    Scene before = Scene.of(cells.copy());
    Pending pending = Objects.requireNonNull(before.cells().get(new PendingCell(task)));
    Result result = kernel.advance(cells, task);
    Scene after = Scene.of(cells);
    Caller c = new Caller(before.cells(), rules, task);
    boolean makesName = Standing.of(pending).makesName();
    if (makesName && isAtParent(pending.walk())) {
      return calls.ends(c, pending.call(), before, after, result);
    }
    WalkSteps.Outcome outcome = WalkSteps.take(c, pending.walk());
    if (!(outcome instanceof WalkSteps.Outcome.Moved(PathWalk walk, boolean inFile))) {
      return stayed(c, pending, outcome, before, after, result);
    }
    Scene middle = moved(before, task, pending, walk);
    Finding finding = walks.check(c, before, middle, outcome);
    finding = finding == null ? calls.walks(task, before, middle) : finding;
    if (finding != null || !inFile && !walk.isUsedUp()) {
      return finding;
    }
    Caller there = new Caller(middle.cells(), rules, task);
    if (makesName && isAtParent(walk)) {
      return calls.ends(there, pending.call(), middle, after, result);
    }
    WalkSteps.Outcome next =
        inFile
            ? new WalkSteps.Outcome.Refused(COMPONENT_IS_DIRECTORY)
            : WalkSteps.take(there, walk);
    return stayed(there, new Pending(pending.call(), walk), next, middle, after, result);
  }

  /** A walk that is refused, or has arrived: with it the call ends. */
  private @Nullable Finding stayed(
      Caller c,
      Pending pending,
      WalkSteps.Outcome outcome,
      Scene before,
      Scene after,
      Result result) {
    Finding finding = walks.check(c, before, before, outcome);
    if (finding != null) {
      return finding;
    }
    return switch (outcome) {
      case WalkSteps.Outcome.Arrived arrived ->
          calls.ends(c, pending.call(), before, after, result);
      case WalkSteps.Outcome.Refused(var gate) ->
          WalkGates.predicates(gate).isEmpty() ? null : calls.gaveUp(c.task(), before, after);
      case WalkSteps.Outcome.Moved moved -> null;
      case WalkSteps.Outcome.Endless endless -> null;
    };
  }

  private static boolean isAtParent(PathWalk walk) {
    return walk.isUsedUp() || walk.frames().size() == 1 && walk.frames().get(0).names().size() == 1;
  }

  private static Scene moved(Scene before, Task task, Pending pending, PathWalk walk) {
    PlainCells cells = before.cells().copy();
    cells.set(new PendingCell(task), new Pending(pending.call(), walk));
    return Scene.of(cells);
  }
}
