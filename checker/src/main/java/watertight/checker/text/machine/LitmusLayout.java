package watertight.checker.text.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import watertight.checker.text.ByteText;
import watertight.checker.text.CText;
import watertight.checker.text.StepPrinter;
import watertight.model.Guard;

/** Writes litmus files of the machines of their own in their usual layout. */
public final class LitmusLayout {
  private LitmusLayout() {}

  /**
   * The text of a file.
   *
   * @param machine the machine's name
   * @param world the lines of the world
   */
  public static String text(String machine, MachineLitmus<?, ?> litmus, List<String> world) {
    List<String> lines = new ArrayList<>();
    lines.add("litmus " + CText.quoted(ByteText.of(litmus.name())));
    lines.add("machine " + machine);
    litmus.claim().ifPresent(one -> lines.add("claim  " + one));
    litmus.source().ifPresent(one -> lines.add("source " + one));
    lines.addAll(without(litmus.without()));
    lines.add("");
    lines.add("world");
    world.forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("run");
    StepPrinter.aligned(litmus.steps().stream().map(LitmusLayout::line).toList())
        .forEach(line -> lines.add("  " + line));
    return String.join("\n", lines) + "\n";
  }

  private static StepPrinter.Line line(MachineStep step) {
    return new StepPrinter.Line("[" + step.actor() + "] " + step.text(), step.expect().text());
  }

  /** The line {@code without}, where guards are away. */
  public static List<String> without(Set<Guard> guards) {
    return guards.isEmpty()
        ? List.of()
        : List.of(
            "without " + guards.stream().map(Guard::id).sorted().collect(Collectors.joining(", ")));
  }
}
