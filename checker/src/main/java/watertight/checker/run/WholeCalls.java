package watertight.checker.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watertight.checker.text.LitmusStep;
import watertight.model.linux.Syscall;
import watertight.model.linux.task.Task;

/**
 * The steps of a litmus test as calls that a kernel can be asked to make. A call that stops between
 * components of its path while nobody else acts is a whole one; one that others disturb there is
 * cut, where no kernel can be held.
 *
 * @param steps the steps; a whole call stands where it ends, and nothing where it went on
 * @param calls the calls, in order
 * @param waits how many of them wait for somebody else, as the test has it
 * @param cut whether some call is cut
 */
public record WholeCalls(
    List<Optional<LitmusStep>> steps, List<Made> calls, int waits, boolean cut) {
  /** Why a test with such a call is not put to a kernel. */
  public static final String CUT =
      "a call is cut between two components of its path, where no kernel can be held";

  /**
   * A call.
   *
   * @param task who calls
   * @param call what
   * @param begins the step in which it is made, by its place in the test
   * @param ends the step in which it comes back; the same for a call that comes back at once, and
   *     for one that does not
   */
  public record Made(Task task, Syscall call, int begins, int ends) {}

  public WholeCalls {
    steps = List.copyOf(steps);
    calls = List.copyOf(calls);
  }

  /** The calls of these steps. */
  public static WholeCalls of(List<LitmusStep> steps) {
    List<Optional<LitmusStep>> whole = whole(steps);
    List<Made> calls = new ArrayList<>();
    Map<Task, Integer> waiting = new HashMap<>();
    int waits = 0;
    boolean cut = false;
    for (int at = 0; at < whole.size(); at++) {
      switch (whole.get(at).orElse(null)) {
        case null -> {}
        case LitmusStep.Call s -> calls.add(new Made(s.task(), s.call(), at, at));
        case LitmusStep.Begin s -> {
          waiting.put(s.task(), calls.size());
          calls.add(new Made(s.task(), s.call(), at, at));
          waits++;
        }
        case LitmusStep.Again s -> cut = true;
        case LitmusStep.End s ->
            calls.set(waiting.get(s.task()), ended(calls.get(waiting.get(s.task())), at));
        case LitmusStep.Handled s -> {}
        case LitmusStep.Killed s -> {}
        case LitmusStep.Exited s -> {}
      }
    }
    return new WholeCalls(whole, calls, waits, cut);
  }

  private static Made ended(Made call, int at) {
    return new Made(call.task(), call.call(), call.begins(), at);
  }

  private static List<Optional<LitmusStep>> whole(List<LitmusStep> steps) {
    List<Optional<LitmusStep>> whole = new ArrayList<>();
    for (LitmusStep step : steps) {
      int begin = step instanceof LitmusStep.End end ? undisturbed(steps, whole.size(), end) : -1;
      if (begin < 0) {
        whole.add(Optional.of(step));
        continue;
      }
      for (int i = begin; i < whole.size(); i++) {
        whole.set(i, Optional.empty());
      }
      whole.add(Optional.of(call((LitmusStep.Begin) steps.get(begin), (LitmusStep.End) step)));
    }
    return whole;
  }

  private static LitmusStep call(LitmusStep.Begin begin, LitmusStep.End end) {
    return new LitmusStep.Call(end.task(), end.call(), begin.objects(), end.out(), end.expect());
  }

  /** Where a call began that ends here, when nobody else has acted since; else -1. */
  private static int undisturbed(List<LitmusStep> steps, int at, LitmusStep.End end) {
    int before = at - 1;
    while (steps.get(before) instanceof LitmusStep.Again again && again.task().equals(end.task())) {
      before--;
    }
    return steps.get(before) instanceof LitmusStep.Begin begin && begin.task().equals(end.task())
        ? before
        : -1;
  }
}
