package watertight.checker.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watertight.checker.text.LitmusStep;
import watertight.model.linux.Syscall;
import watertight.model.linux.task.Task;

/**
 * The steps of a litmus test as calls that a kernel can be asked to make. A call that stops between
 * components of its path while nobody else acts is a whole one; one that others disturb there is
 * cut, where no kernel can be held.
 *
 * @param calls the calls, in order
 * @param waits how many of them wait for somebody else, as the test has it
 * @param cut whether some call is cut
 */
public record WholeCalls(List<Made> calls, int waits, boolean cut) {
  /** Why a test with such a call is not put to a kernel. */
  public static final String CUT =
      "a call is cut between two components of its path, where no kernel can be held";

  /**
   * A call.
   *
   * @param task who calls
   * @param call what
   * @param begins the step in which it begins, by its place in the test
   * @param ends the step in which it comes back; the same for a call that comes back at once, and
   *     for one that does not
   */
  public record Made(Task task, Syscall call, int begins, int ends) {}

  public WholeCalls {
    calls = List.copyOf(calls);
  }

  /** The calls of these steps. */
  public static WholeCalls of(List<LitmusStep> steps) {
    return new Reading(steps).read();
  }

  private static final class Reading {
    private final List<LitmusStep> steps;
    private final List<Made> calls = new ArrayList<>();
    private final Map<Task, Integer> waiting = new HashMap<>();
    private int waits;
    private boolean cut;

    Reading(List<LitmusStep> steps) {
      this.steps = steps;
    }

    WholeCalls read() {
      int at = 0;
      while (at < steps.size()) {
        at = step(at) + 1;
      }
      return new WholeCalls(calls, waits, cut);
    }

    /** Reads a step, or several that are one call; tells the last. */
    private int step(int at) {
      return switch (steps.get(at)) {
        case LitmusStep.Call s -> add(s.task(), s.call(), at, at);
        case LitmusStep.Begin s -> {
          int end = undisturbedEnd(at, s.task());
          if (end < 0) {
            waiting.put(s.task(), calls.size());
            waits++;
          }
          yield add(s.task(), s.call(), at, Math.max(at, end));
        }
        case LitmusStep.Again s -> {
          cut = true;
          yield at;
        }
        case LitmusStep.End s -> {
          int begun = waiting.remove(s.task());
          Made made = calls.get(begun);
          calls.set(begun, new Made(made.task(), made.call(), made.begins(), at));
          yield at;
        }
        case LitmusStep.Exited s -> at;
      };
    }

    private int add(Task task, Syscall call, int begins, int ends) {
      calls.add(new Made(task, call, begins, ends));
      return ends;
    }

    /** Where the call that begins at a step ends, when nobody else acts until then; else -1. */
    private int undisturbedEnd(int begin, Task task) {
      int at = begin + 1;
      while (at < steps.size()
          && steps.get(at) instanceof LitmusStep.Again again
          && again.task().equals(task)) {
        at++;
      }
      return at < steps.size()
              && steps.get(at) instanceof LitmusStep.End end
              && end.task().equals(task)
          ? at
          : -1;
    }
  }
}
