package watertight.checker.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watertight.checker.search.AttackTable;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Verdict;
import watertight.model.linux.LinuxGuards;
import watertight.model.linux.scenario.Goal.Deed;

class AttackTableTest {
  private static final Budget BUDGET = Budget.of(Duration.ofMinutes(5), 1, "default", 2);

  @Test
  void thePageSaysWhatTheSearchesSay() {
    assertEquals(String.join("\n", AttackTable.page(BUDGET)) + "\n", Specs.read("attackers.md"));
  }

  /** Where the table says "holds", the search would see the attack. */
  @ParameterizedTest
  @CsvSource({
    "root-in-pid-namespace, SIGNALS, pid-lookup-in-own-namespace",
    "root-in-pid-namespace, TRACES, procfs-of-own-namespace",
    "root-in-pid-namespace, OUTLIVES, init-death-kills-all",
    "outer-procfs, SIGNALS, pid-lookup-in-own-namespace",
    "placed-by-setns, SIGNALS, pid-lookup-in-own-namespace",
    "outer-namespace-descriptor, SIGNALS, setns-pid-must-descend",
  })
  void withoutAGuardTheAttackIsFound(String attacker, Deed deed, String guard) {
    AttackTable.Cell cell =
        AttackTable.cell(attacker, deed, Set.of(LinuxGuards.named(guard).orElseThrow()), BUDGET);
    assertEquals(Verdict.BROKEN, cell.verdict());
  }
}
