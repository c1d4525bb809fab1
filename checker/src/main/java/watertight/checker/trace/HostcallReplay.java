package watertight.checker.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostcallMachine;
import watertight.model.enclave.hostcall.Move;

/** Plays an exchange that was found elsewhere in the machine. */
public final class HostcallReplay {
  private HostcallReplay() {}

  /** The moves of the host that turn one answer into another. */
  public static List<Move> write(Fields from, Fields to) {
    List<Move> moves = new ArrayList<>();
    for (Field field : to.values().keySet()) {
      if (from.get(field) != to.get(field)) {
        moves.add(new Move.Answer(field, to.get(field)));
      }
    }
    return moves;
  }

  /** The run, if the machine takes it and its last step reaches the goal of the scenario. */
  public static Optional<RenderedTrace> of(
      String engine, HostcallScenario scenario, List<Move> moves, Guards guards) {
    return reaches(scenario, moves, guards)
        ? Optional.of(HostcallTrace.build(engine, scenario, guards, moves, false))
        : Optional.empty();
  }

  private static boolean reaches(HostcallScenario scenario, List<Move> moves, Guards guards) {
    HostcallMachine machine = new HostcallMachine(scenario.situation(), guards);
    Property<Move> property = scenario.goal().property(scenario.situation());
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (Move move : moves) {
      PlainCells after = state.copy();
      Result result = machine.step(move, after);
      if (!result.taken()) {
        return false;
      }
      if (!property.holdsAfter(state, move, result, after)) {
        return move.equals(moves.getLast());
      }
      state = after;
    }
    return false;
  }
}
