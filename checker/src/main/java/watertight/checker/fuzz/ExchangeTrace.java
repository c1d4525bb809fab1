package watertight.checker.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.trace.HostcallReplay;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.EngineId;
import watertight.model.Guards;
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
    HostcallScenario scenario =
        new HostcallScenario("an answer of 64 bits", Optional.of(claim), situation, goal, Set.of());
    return HostcallReplay.of(EngineId.FUZZ.text(), scenario, moves(exchange, goal), guards);
  }

  private static List<Move> moves(Exchange exchange, HostcallGoal goal) {
    List<Move> moves = new ArrayList<>(List.of(new Move.Ask()));
    moves.addAll(HostcallReplay.write(exchange.honest(), exchange.answer()));
    moves.add(new Move.Check());
    if (goal == HostcallGoal.HARM) {
      moves.addAll(HostcallReplay.write(exchange.answer(), exchange.later()));
      moves.add(new Move.Consume());
    }
    return moves;
  }
}
