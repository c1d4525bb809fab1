package watertight.checker.text.hostcall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import watertight.checker.text.ByteText;
import watertight.checker.text.CText;
import watertight.checker.text.machine.LitmusLayout;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Shown;
import watertight.model.enclave.hostcall.Situation;

/** Writes scenarios of the host-call machine in their usual layout. */
public final class HostcallScenarioPrinter {
  private HostcallScenarioPrinter() {}

  /** The text of a file. */
  public static String text(HostcallScenario scenario) {
    Situation situation = scenario.situation();
    Shown shown = new Shown(situation.picture().words());
    List<String> lines = new ArrayList<>();
    lines.add("scenario " + CText.quoted(ByteText.of(scenario.title())));
    lines.add("machine " + HostcallLitmusParser.MACHINE);
    scenario.claim().ifPresent(claim -> lines.add("claim " + claim));
    lines.add("");
    lines.add("world");
    EnclaveText.lines(situation).forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("party enclave runs");
    situation.program().forEach(call -> lines.add("  [e] " + shown.call(call)));
    lines.add("party host");
    if (!situation.lies().isEmpty()) {
      lines.add(
          "  may answer "
              + situation.lies().stream()
                  .sorted()
                  .map(Field::text)
                  .collect(Collectors.joining(", ")));
    }
    if (situation.silent()) {
      lines.add("  may keep silent");
    }
    lines.add("goal " + scenario.goal().text());
    lines.addAll(LitmusLayout.without(scenario.without()));
    return String.join("\n", lines) + "\n";
  }
}
