package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small phrases that reports share. */
final class Lines {
  private Lines() {}

  /** A number and what it counts: {@code 1 claim}, {@code 1,204 claims}. */
  static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  /** A number and what it counts, with a plural of its own. */
  static String count(long number, String one, String many) {
    return grouped(number) + " " + (number == 1 ? one : many);
  }

  /** The number with its digits in groups of three. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A duration: {@code 0.04 s}, {@code 12.3 s}. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
  }

  /** The lines, each moved to the right. */
  static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> line.isEmpty() ? line : "  " + line).toList();
  }

  /** The words of a text, in lines of at most {@code width} characters where words allow. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
