package watertight.checker.agree.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One step of the model, in the words of a text: what is so before it and after it, and the numbers
 * of the one who takes it.
 *
 * @param function which of the text's steps it is
 * @param before the fields of the state, in the text's order; a {@link Long}, or the name of a
 *     constructor
 * @param after those after the step
 * @param numbers the text's other names
 */
record Point(String function, List<Object> before, List<Object> after, Map<String, Long> numbers) {
  Point {
    before = List.copyOf(before);
    after = List.copyOf(after);
    numbers = Map.copyOf(numbers);
  }

  /** As this, with another value in one field afterwards. */
  Point corrupted(int field, Object value) {
    List<Object> other = new ArrayList<>(after);
    other.set(field, value);
    return new Point(function, before, other, numbers);
  }

  @Override
  public String toString() {
    return "%s, from %s to %s, with %s".formatted(function, before, after, numbers);
  }
}
