package watertight.checker.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.trace.HostcallTrace;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.EngineId;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostcallMachine;
import watertight.model.enclave.hostcall.Move;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.claim.HostcallGoal;
import watertight.properties.hostcall.Exchange;
import watertight.properties.hostcall.HostAnswers;

/** An exchange as a run of the machine. */
final class ExchangeTrace {
  private ExchangeTrace() {}

  /** The run, if the machine takes it and its last step reaches the goal. */
  static Optional<RenderedTrace> of(
      String claim, HostcallGoal goal, Exchange exchange, Guards guards) {
    Situation situation =
        new Situation(
            HostAnswers.picture(),
            exchange.knew(),
            List.of(exchange.call()),
            Set.copyOf(exchange.call().name().answers()),
            false);
    List<Move> moves = moves(exchange, goal);
    if (!reaches(goal, situation, moves, guards)) {
      return Optional.empty();
    }
    HostcallScenario scenario =
        new HostcallScenario("an answer of 64 bits", Optional.of(claim), situation, goal, Set.of());
    return Optional.of(HostcallTrace.build(EngineId.FUZZ.text(), scenario, guards, moves, false));
  }

  private static List<Move> moves(Exchange exchange, HostcallGoal goal) {
    List<Move> moves = new ArrayList<>(List.of(new Move.Ask()));
    write(moves, exchange.honest(), exchange.answer());
    moves.add(new Move.Check());
    if (goal == HostcallGoal.HARM) {
      write(moves, exchange.answer(), exchange.later());
      moves.add(new Move.Consume());
    }
    return moves;
  }

  private static void write(List<Move> moves, Fields from, Fields to) {
    for (Field field : to.values().keySet()) {
      if (from.get(field) != to.get(field)) {
        moves.add(new Move.Answer(field, to.get(field)));
      }
    }
  }

  private static boolean reaches(
      HostcallGoal goal, Situation situation, List<Move> moves, Guards guards) {
    HostcallMachine machine = new HostcallMachine(situation, guards);
    Property<Move> property = goal.property(situation);
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
