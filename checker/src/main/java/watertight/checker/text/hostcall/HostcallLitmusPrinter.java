package watertight.checker.text.hostcall;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import watertight.checker.text.ByteText;
import watertight.checker.text.CText;
import watertight.checker.text.StepPrinter;
import watertight.model.Guard;

/** Writes litmus tests of the host-call machine in their usual layout. */
public final class HostcallLitmusPrinter {
  private HostcallLitmusPrinter() {}

  /** The text of a file. */
  public static String text(HostcallLitmus litmus) {
    List<String> lines = new ArrayList<>();
    lines.add("litmus " + CText.quoted(ByteText.of(litmus.name())));
    lines.add("machine " + HostcallLitmus.MACHINE);
    litmus.claim().ifPresent(claim -> lines.add("claim  " + claim));
    litmus.source().ifPresent(source -> lines.add("source " + source));
    lines.addAll(without(litmus.without()));
    lines.add("");
    lines.add("world");
    EnclaveText.lines(litmus.situation()).forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("run");
    StepPrinter.aligned(litmus.steps().stream().map(HostcallLitmusPrinter::line).toList())
        .forEach(line -> lines.add("  " + line));
    return String.join("\n", lines) + "\n";
  }

  /** The line {@code without}, where guards are away. */
  static List<String> without(Set<Guard> guards) {
    return guards.isEmpty()
        ? List.of()
        : List.of(
            "without " + guards.stream().map(Guard::id).sorted().collect(Collectors.joining(", ")));
  }

  private static StepPrinter.Line line(HostcallStep step) {
    return new StepPrinter.Line("[" + step.actor() + "] " + step.text(), step.expect().text());
  }
}
