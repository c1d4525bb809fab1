package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watertight.model.Guard;

/**
 * A litmus file of a machine of its own, line by line.
 *
 * @param machine the machine's name
 * @param name the title
 * @param claim the claim that it is about
 * @param source where the expectations come from
 * @param without the guards that are taken away
 * @param world the lines of the world
 * @param steps the steps
 */
public record LitmusLayout(
    String machine,
    String name,
    Optional<String> claim,
    Optional<String> source,
    Set<Guard> without,
    List<String> world,
    List<StepPrinter.Line> steps) {
  /** The text of the file. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("litmus " + CText.quoted(ByteText.of(name)));
    lines.add("machine " + machine);
    claim.ifPresent(one -> lines.add("claim  " + one));
    source.ifPresent(one -> lines.add("source " + one));
    lines.addAll(without(without));
    lines.add("");
    lines.add("world");
    world.forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("run");
    StepPrinter.aligned(steps).forEach(line -> lines.add("  " + line));
    return String.join("\n", lines) + "\n";
  }

  /** The line {@code without}, where guards are away. */
  public static List<String> without(Set<Guard> guards) {
    return guards.isEmpty()
        ? List.of()
        : List.of(
            "without " + guards.stream().map(Guard::id).sorted().collect(Collectors.joining(", ")));
  }
}
