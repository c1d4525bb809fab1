package watertight.checker.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import watertight.checker.conform.Coverage.Pair;
import watertight.model.Gate;
import watertight.model.linux.LinuxGuards;
import watertight.model.linux.Settings;

class CallGatesTest {
  private static final Settings LAX =
      Settings.LINUX_6_18.with("protected_symlinks", 0).with("protected_regular", 0);

  @Test
  void everyCallHasItsRow() {
    for (String call : CallGates.calls()) {
      assertTrue(CallGates.of(call).isPresent(), call);
    }
    Set<String> rows = new HashSet<>();
    CallGates.pairs().forEach(pair -> rows.add(pair.call()));
    assertEquals(new HashSet<>(CallGates.calls()), rows);
  }

  @Test
  void everyGateCanBeMetBySomeCall() {
    Set<String> gates = new TreeSet<>();
    LinuxGuards.all().stream()
        .filter(guard -> guard instanceof Gate)
        .forEach(gate -> gates.add(gate.id()));
    CallGates.pairs().forEach(pair -> gates.remove(pair.gate()));
    assertEquals(Set.of(), gates);
  }

  @Test
  void whatIsRecordedAsUnmetIsInTheTableAndHasAReason() {
    Records.unmet(LAX)
        .forEach(
            (Pair pair, String reason) -> {
              assertTrue(CallGates.pairs().contains(pair), pair.toString());
              assertFalse(reason.isBlank(), pair.toString());
            });
  }
}
