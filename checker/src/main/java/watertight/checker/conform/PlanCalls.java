package watertight.checker.conform;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import watertight.checker.kernel.Move;
import watertight.checker.kernel.seen.Canonical;
import watertight.checker.kernel.seen.Snapshot;

/**
 * A plan, by the calls of its trial: what a call makes happen are its own step and the ends of
 * calls that waited for it.
 *
 * @param plan the plan, with a snapshot after each step
 */
record PlanCalls(Plan plan) {
  /** The first call after which two plans of one trial are not the same. */
  OptionalInt firstDifference(PlanCalls other, int calls) {
    return IntStream.range(0, calls).filter(call -> !same(other, call)).findFirst();
  }

  private boolean same(PlanCalls other, int call) {
    return happens(call).equals(other.happens(call)) && lines(call).equals(other.lines(call));
  }

  private List<ModelAnswer> happens(int call) {
    return plan.steps().subList(end(call - 1), end(call)).stream().map(Step::answer).toList();
  }

  private List<String> lines(int call) {
    @Nullable Snapshot seen = plan.snapshots().get(end(call));
    return seen == null ? List.of() : Canonical.lines(seen, true);
  }

  /** How many steps there are when a call has been made, or left out. */
  private int end(int call) {
    return IntStream.range(0, plan.steps().size())
        .filter(n -> plan.steps().get(n).move().kind() != Move.Kind.END)
        .filter(n -> plan.calls().get(n) > call)
        .findFirst()
        .orElse(plan.steps().size());
  }

  /** The call that makes a step happen. */
  int callOf(int step) {
    int own = step;
    while (plan.steps().get(own).move().kind() == Move.Kind.END) {
      own--;
    }
    return plan.calls().get(own);
  }
}
