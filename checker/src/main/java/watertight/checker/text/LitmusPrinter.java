package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import watertight.model.Guard;

/** Writes litmus tests in their usual layout. */
public final class LitmusPrinter {
  private LitmusPrinter() {}

  /** The text of a file. */
  public static String text(Litmus litmus) {
    List<String> lines = new ArrayList<>();
    lines.add("litmus " + CText.quoted(ByteText.of(litmus.name())));
    litmus.claim().ifPresent(claim -> lines.add("claim  " + claim));
    litmus.source().ifPresent(source -> lines.add("source " + source));
    if (!litmus.without().isEmpty()) {
      lines.add(
          "without "
              + litmus.without().stream()
                  .map(Guard::id)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (!litmus.world().lines().isEmpty()) {
      lines.add("");
      lines.add("world");
      WorldPrinter.columns(litmus.world()).forEach(line -> lines.add("  " + line));
    }
    lines.add("");
    lines.add("run");
    StepPrinter.lines(litmus.steps()).forEach(line -> lines.add("  " + line));
    return String.join("\n", lines) + "\n";
  }
}
