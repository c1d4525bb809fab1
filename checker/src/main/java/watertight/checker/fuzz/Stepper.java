package watertight.checker.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import watertight.model.Family;
import watertight.model.Machine;
import watertight.model.Property;
import watertight.model.Result;
import watertight.properties.schedule.Pick;

/**
 * A machine in one run, which begins in the start state.
 *
 * @param <A> the machine's actions
 */
final class Stepper<A> {
  private final Machine<A> machine;
  private final List<Family<A>> families;
  private JournalCells cells;
  private @Nullable A action;
  private @Nullable Result result;

  Stepper(Machine<A> machine) {
    this.machine = machine;
    this.families = machine.families();
    this.cells = new JournalCells(new CellMap());
    machine.start(cells);
    cells.begin();
  }

  /** Goes to a state. */
  void goTo(CellMap state) {
    cells = new JournalCells(state);
    action = null;
    result = null;
  }

  /** Takes a step, and says whether it was one. */
  boolean step(Pick pick) {
    action = pick.action(families);
    cells.begin();
    result = machine.step(action, cells);
    if (!result.taken()) {
      cells.undo();
    }
    return result.taken();
  }

  /** The state. */
  JournalCells cells() {
    return cells;
  }

  /** Whether the property breaks with the last step, or in the state where no step was taken. */
  boolean breaks(Property<A> property) {
    return switch (property) {
      case Property.OfStates<A> ofStates -> !ofStates.holds(cells);
      case Property.OfSteps<A> ofSteps ->
          result != null && !ofSteps.holds(cells.before(), action, result, cells);
    };
  }
}
