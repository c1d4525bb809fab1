package watertight.checker.agree;

import java.util.List;

/**
 * Two descriptions answer differently.
 *
 * @param predicate which predicate, or which step
 * @param model what the model says
 * @param alloy what the specification says
 * @param story how to get there, line by line
 */
record Disagreement(String predicate, String model, String alloy, List<String> story) {
  Disagreement {
    story = List.copyOf(story);
  }

  @Override
  public String toString() {
    return predicate
        + "\n  model: "
        + model
        + "\n  Alloy: "
        + alloy
        + "\n  "
        + String.join("\n  ", story);
  }
}
