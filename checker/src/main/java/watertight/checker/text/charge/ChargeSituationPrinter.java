package watertight.checker.text.charge;

import java.util.ArrayList;
import java.util.List;
import watertight.checker.text.ByteText;
import watertight.checker.text.CText;
import watertight.checker.text.machine.LitmusLayout;
import watertight.model.charge.Task;

/** Writes scenarios of the charge machine in their usual layout. */
public final class ChargeSituationPrinter {
  private ChargeSituationPrinter() {}

  /** The text of a file. */
  public static String text(ChargeSituation situation) {
    List<String> lines = new ArrayList<>();
    lines.add("scenario " + CText.quoted(ByteText.of(situation.title())));
    lines.add("machine " + ChargeLitmusParser.MACHINE);
    situation.claim().ifPresent(claim -> lines.add("claim " + claim));
    lines.add("");
    lines.add("world");
    WorkloadText.groups(situation.workload()).forEach(line -> lines.add("  " + line));
    lines.add("");
    for (Task task : situation.workload().tasks()) {
      String party = situation.parties().get(task.id());
      lines.add("party " + party + " task " + WorkloadText.task(situation.workload(), task));
    }
    lines.add("goal " + situation.goal().text());
    lines.addAll(LitmusLayout.without(situation.without()));
    situation.depths().forEach((name, depth) -> lines.add("scope " + name + ": depth " + depth));
    return String.join("\n", lines) + "\n";
  }
}
