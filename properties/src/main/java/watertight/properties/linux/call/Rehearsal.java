package watertight.properties.linux.call;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.signal.Happened;
import watertight.model.linux.task.Task;

/**
 * How a run went in the model while its calls were aimed. Who takes it through a model with the
 * same rules need not step where the state is the one of then.
 *
 * @param rules the rules of that model
 * @param start the state before the first call; not to be written to
 * @param played the calls, in order; fewer than the run has where the model failed
 */
public record Rehearsal(Rules rules, PlainCells start, List<Played> played) {
  /**
   * How a call went.
   *
   * @param before the state before it; not to be written to
   * @param result how it went
   * @param called the state after it: the same object where nothing was written
   * @param happened what was delivered then
   * @param chose whether there was more than one order in which to deliver
   * @param after the state after that: the same object where nothing was written
   */
  public record Played(
      PlainCells before,
      Result result,
      PlainCells called,
      List<Happened> happened,
      boolean chose,
      PlainCells after) {
    /** Makes a call, whose signals are still to be delivered. */
    static Asked ask(Kernel kernel, PlainCells before, Task task, Syscall call) {
      PlainCells called = before.copy();
      Result result = kernel.call(called, task, call);
      return new Asked(before, result, called.isAsCopiedFrom(before) ? before : called);
    }

    /** Makes a call, and delivers what it has sent in an order. */
    public static Played of(
        Kernel kernel,
        PlainCells before,
        Task task,
        Syscall call,
        ToIntFunction<List<Task>> order) {
      return ask(kernel, before, task, call).settled(kernel, order);
    }
  }

  /** A call that was made, before anything is delivered. */
  record Asked(PlainCells before, Result result, PlainCells called) {
    Played settled(Kernel kernel, ToIntFunction<List<Task>> order) {
      PlainCells after = called.copy();
      boolean[] chose = {false};
      List<Happened> happened =
          kernel.settle(
              after,
              tasks -> {
                chose[0] |= tasks.size() > 1;
                return order.applyAsInt(tasks);
              });
      return new Played(
          before,
          result,
          called,
          happened,
          chose[0],
          after.isAsCopiedFrom(called) ? called : after);
    }
  }

  public Rehearsal {
    played = List.copyOf(played);
  }

  /** How the call at this place went in this very state and with these rules, if it was played. */
  public @Nullable Played played(int index, PlainCells state, Rules rules) {
    if (index >= played.size() || !this.rules.equals(rules)) {
      return null;
    }
    Played one = played.get(index);
    return one.before() == state ? one : null;
  }
}
