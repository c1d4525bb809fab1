package watertight.model.charge.claim;

import java.util.function.Function;
import watertight.model.Property;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;

/**
 * A workload in which a claim is looked at.
 *
 * @param name its name
 * @param claim the claim
 * @param title what it is about
 * @param workload who charges what
 * @param predicate what must hold in it
 * @param witness what is broken as soon as the claim's precondition is met
 */
public record ChargeScenario(
    String name,
    String claim,
    String title,
    Workload workload,
    Function<Workload, Property<Task>> predicate,
    Property<Task> witness) {
  /** What must hold in every run. */
  public Property<Task> property() {
    return predicate.apply(workload);
  }
}
