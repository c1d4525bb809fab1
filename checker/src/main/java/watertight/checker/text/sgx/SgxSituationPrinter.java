package watertight.checker.text.sgx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import watertight.checker.text.ByteText;
import watertight.checker.text.CText;
import watertight.checker.text.machine.LitmusLayout;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Party;
import watertight.model.enclave.sgx.Power;
import watertight.model.enclave.sgx.Powers;

/** Writes scenarios of the SGX machine in their usual layout. */
public final class SgxSituationPrinter {
  private SgxSituationPrinter() {}

  /** The text of a file. */
  public static String text(SgxSituation situation) {
    List<String> lines = new ArrayList<>();
    lines.add("scenario " + CText.quoted(ByteText.of(situation.title())));
    lines.add("machine " + SgxLitmusParser.MACHINE);
    lines.add("claim " + situation.claim());
    lines.add("");
    lines.add("world");
    WorldText.lines(situation.world()).forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.addAll(powers(situation.powers()));
    lines.add("goal breaks " + situation.claim());
    lines.addAll(LitmusLayout.without(situation.without()));
    situation.depths().forEach((name, depth) -> lines.add("scope " + name + ": depth " + depth));
    return String.join("\n", lines) + "\n";
  }

  /** The lines of the parties, and what they do it with. */
  static List<String> powers(Powers powers) {
    List<String> lines = new ArrayList<>();
    for (Party party : Party.values()) {
      String may =
          Arrays.stream(Power.values())
              .filter(power -> power.party() == party && powers.has(power))
              .map(Power::word)
              .collect(Collectors.joining(", "));
      if (!may.isEmpty()) {
        lines.add("party " + party.text() + " may " + may);
      }
    }
    lines.add(
        powers.addresses().stream()
            .map(Pages::text)
            .collect(Collectors.joining(", ", "addresses ", "")));
    lines.add(
        powers.frames().stream()
            .map(frame -> Integer.toString(frame.id()))
            .collect(Collectors.joining(", ", "frames ", "")));
    lines.add(
        powers.values().stream()
            .map(ActionText::quoted)
            .collect(Collectors.joining(", ", "values ", "")));
    return lines;
  }
}
