package watertight.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Goal.Deed;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.task.Task;

/**
 * Who attacks from inside a PID namespace, and what comes of it: the scenarios in {@code
 * specs/scenarios/attackers}, each searched for each deed. What is outside is task A, the init is
 * B.
 */
public final class AttackTable {
  /** The attackers, by their scenarios below {@code attackers/}. */
  public static final List<String> ATTACKERS =
      List.of(
          "root-in-pid-namespace",
          "outer-procfs",
          "outer-namespace-descriptor",
          "placed-by-setns",
          "shared-group");

  private static final Map<Deed, String> COLUMNS =
      Map.of(
          Deed.SIGNALS, "signals A",
          Deed.TRACES, "traces A",
          Deed.OUTLIVES, "outlives B",
          Deed.RENAMES, "changes hostname of A");

  private AttackTable() {}

  /**
   * What a search said.
   *
   * @param verdict holds or broken; what else can come means that nothing is known
   * @param trace the shortest, of a broken one
   */
  public record Cell(Verdict verdict, Optional<RenderedTrace> trace) {
    String text() {
      return trace
          .map(one -> "broken: " + one.steps().getLast().call())
          .orElse(verdict.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Whether an attacker gets what it is after, without these guards. */
  public static Cell cell(String attacker, Deed deed, Set<Guard> without, Budget budget) {
    Scenario scenario = Scenarios.named("attackers/" + attacker);
    Task victim = deed == Deed.OUTLIVES ? new Task(1) : Task.A;
    Scenario asked =
        new Scenario(
            scenario.title(),
            scenario.claim(),
            scenario.world(),
            scenario.parties(),
            new Goal.Upon(scenario.goal().party(), deed, victim),
            scenario.without(),
            scenario.scopes());
    ScenarioSearch search =
        ScenarioSearch.run(
            asked, Scenarios.scope(asked, budget.scope()), without, budget, Progress.NONE);
    return new Cell(search.evidence().verdict(), search.trace());
  }

  /** The table as a page. */
  public static List<String> page(Budget budget) {
    List<String> lines = new ArrayList<>();
    lines.add("# Attackers in a PID namespace");
    lines.add("");
    lines.add(
        "Found by search, not written by hand: a test holds this page equal to what `explore` says"
            + " of");
    lines.add(
        "each scenario in specs/scenarios/attackers with each of these goals. Task A is outside, B"
            + " is the");
    lines.add(
        "init inside. *broken* is followed by the last call of the shortest trace; *holds* is"
            + " within the");
    lines.add("scope of the scenario.");
    lines.add("");
    StringBuilder head = new StringBuilder("| attacker |");
    StringBuilder rule = new StringBuilder("|---|");
    for (Deed deed : Deed.values()) {
      head.append(' ').append(COLUMNS.get(deed)).append(" |");
      rule.append("---|");
    }
    lines.add(head.toString());
    lines.add(rule.toString());
    for (String attacker : ATTACKERS) {
      StringBuilder row = new StringBuilder("| ").append(attacker).append(" |");
      for (Deed deed : Deed.values()) {
        row.append(' ').append(cell(attacker, deed, Set.of(), budget).text()).append(" |");
      }
      lines.add(row.toString());
    }
    return lines;
  }
}
