package watertight.checker.search;

import java.util.List;
import watertight.checker.explore.Exploration;
import watertight.checker.text.hostcall.EnclaveText;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.trace.HostcallTrace;
import watertight.checker.trace.RenderedTrace;
import watertight.model.Family;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.enclave.hostcall.HostcallMachine;
import watertight.model.enclave.hostcall.Move;

/**
 * Whether a host reaches a goal by what it answers.
 *
 * @param scenario the enclave, the powers of its host, the goal
 * @param guards which guards are in force
 */
record HostcallQuestion(HostcallScenario scenario, Guards guards) implements Question<Move> {
  private static final int SMALL = 12;

  @Override
  public HostcallMachine machine() {
    return new HostcallMachine(scenario.situation(), guards);
  }

  @Override
  public Property<Move> property() {
    return scenario.goal().property(scenario.situation());
  }

  @Override
  public Property<Move> witness() {
    return scenario.goal().witness();
  }

  @Override
  public int depth() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String bound(Exploration<Move> found) {
    int bits = scenario.situation().picture().words().bits();
    long values =
        machine().families().stream()
            .filter(family -> !family.domains().isEmpty())
            .mapToLong(Family::size)
            .max()
            .orElse(0);
    String each = bits <= SMALL ? "every answer of" : "answers near each edge, of";
    boolean all = found.end() == Exploration.End.COMPLETE;
    return "%s %d bits (%d values), lies in %d fields%s"
        .formatted(
            each,
            bits,
            values,
            scenario.situation().lies().size(),
            all ? "; every state seen" : "");
  }

  @Override
  public boolean covers(RenderedTrace trace) {
    return trace.without().equals(guards.names())
        && trace.world().equals(EnclaveText.lines(scenario.situation()));
  }

  @Override
  public RenderedTrace trace(String engine, List<Move> actions, boolean shortest) {
    return HostcallTrace.build(engine, scenario, guards, actions, shortest);
  }
}
