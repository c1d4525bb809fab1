package watertight.checker.conform;

import java.util.ArrayList;
import java.util.List;

/** What two lists of lines do not share. */
final class LineDifference {
  private LineDifference() {}

  /** The lines that only one of both has, the model's first. */
  static List<String> of(List<String> model, List<String> kernel) {
    List<String> lines = new ArrayList<>();
    without(model, kernel).forEach(line -> lines.add("model:  " + line.strip()));
    without(kernel, model).forEach(line -> lines.add("kernel: " + line.strip()));
    return lines.isEmpty() ? List.of("the same lines in another order") : lines;
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }
}
