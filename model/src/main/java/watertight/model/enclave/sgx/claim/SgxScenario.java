package watertight.model.enclave.sgx.claim;

import java.util.function.Function;
import watertight.model.Guards;
import watertight.model.Pairing;
import watertight.model.Property;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.World;

/**
 * A situation that a claim is looked at in.
 *
 * @param name its name below specs/scenarios
 * @param claim the claim
 * @param title what it is about
 * @param world what there is
 * @param powers who may do what
 * @param judged what must hold
 */
public record SgxScenario(
    String name, String claim, String title, World world, Powers powers, Judged judged) {
  /** What must hold, in a world. */
  public sealed interface Judged {
    /**
     * Of each run.
     *
     * @param predicate what must hold
     * @param precondition what is broken as soon as the claim is about something
     */
    record Run(
        Function<World, Property<Action>> predicate, Function<World, Property<Action>> precondition)
        implements Judged {}

    /**
     * Of each two runs.
     *
     * @param runs which they are, and what is seen of them
     */
    record Pair(Runs runs) implements Judged {}
  }

  /** Makes a pair of runs. */
  @FunctionalInterface
  public interface Runs {
    /** The runs in a world. */
    Pairing<Action> of(World world, Powers powers, Guards guards);
  }

  /** What must hold of each run, where the claim is about single runs. */
  public Judged.Run run() {
    return switch (judged) {
      case Judged.Run run -> run;
      case Judged.Pair pair -> throw new IllegalStateException(claim + " is about two runs");
    };
  }

  /** Whether the claim is about two runs. */
  public boolean isOfTwoRuns() {
    return judged instanceof Judged.Pair;
  }

  /** What must hold of each run. */
  public Property<Action> property() {
    return run().predicate().apply(world);
  }

  /** What is broken as soon as the claim is about something. */
  public Property<Action> witness() {
    return run().precondition().apply(world);
  }
}
