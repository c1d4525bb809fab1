package watertight.checker.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.LitmusStep;
import watertight.checker.text.Source;
import watertight.checker.trace.RenderedTrace;
import watertight.model.Domain;
import watertight.model.Family;
import watertight.model.PlainCells;
import watertight.model.linux.Syscall;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.scenario.Scope;
import watertight.model.linux.task.Task;

/**
 * Whether a search would have met a trace, had its last step reached the goal.
 *
 * @param machine the machine that was searched
 * @param scope how far
 */
record WithinScope(ScenarioMachine machine, Scope scope) {

  /**
   * Whether the trace is of the same world and rules, short enough, and made of the machine's
   * moves.
   */
  boolean covers(RenderedTrace trace) {
    if (trace.steps().size() > scope.depth()) {
      return false;
    }
    Litmus litmus =
        LitmusParser.parse(Source.of("trace", trace.litmus()), Scenarios.guards()).litmus();
    if (!litmus.world().equals(machine.world())
        || !litmus.without().equals(machine.rules().guards().away())) {
      return false;
    }
    List<Move> moves = litmus.steps().stream().map(this::move).flatMap(Optional::stream).toList();
    return moves.size() == litmus.steps().size() && areActions(moves) && canBeTaken(moves);
  }

  private Optional<Move> move(LitmusStep step) {
    return switch (step) {
      case LitmusStep.Call s -> Optional.of(move(s.task(), s.call()));
      case LitmusStep.Begin s -> Optional.of(move(s.task(), s.call()));
      case LitmusStep.Again s -> Optional.of(move(s.task(), s.call()));
      case LitmusStep.End s -> Optional.of(move(s.task(), s.call()));
      case LitmusStep.Handled s -> Optional.of(new Move.Deliver(s.task()));
      case LitmusStep.Killed s -> Optional.of(new Move.Deliver(s.task()));
      case LitmusStep.Exited s -> Optional.empty();
    };
  }

  private Move move(Task task, Syscall call) {
    boolean runs =
        machine.scenario().parties().stream()
            .anyMatch(party -> party instanceof Party.Runs && party.task().task().equals(task));
    return runs ? new Move.Program(task) : new Move.Call(task, call);
  }

  private boolean canBeTaken(List<Move> moves) {
    PlainCells cells = PlainCells.empty();
    machine.start(cells);
    for (Move move : moves) {
      if (!machine.step(move, cells).taken()) {
        return false;
      }
    }
    return true;
  }

  private boolean areActions(List<Move> moves) {
    Set<Move> missing = new HashSet<>(moves);
    for (Family<Move> family : machine.families()) {
      strike(family, new int[family.domains().size()], 0, missing);
    }
    return missing.isEmpty();
  }

  private static void strike(Family<Move> family, int[] choice, int at, Set<Move> missing) {
    if (missing.isEmpty()) {
      return;
    }
    if (at == choice.length) {
      missing.remove(family.action(choice));
      return;
    }
    Domain<?> domain = family.domains().get(at);
    for (int i = 0; i < domain.values().size(); i++) {
      choice[at] = i;
      strike(family, choice, at + 1, missing);
    }
  }
}
