package watertight.checker.text.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import watertight.checker.text.Cursor;

/**
 * What a step must return: one of these; nothing is said when there is none.
 *
 * @param any the results that are as expected; {@code ?} for whatever comes
 */
public record StepExpect(List<String> any) {
  /** What a step that cannot be taken yet shows. */
  public static final String WAITS = "waits";

  /** Nothing is said. */
  public static final StepExpect ANYTHING = new StepExpect(List.of());

  public static final String SHOWN = "?";

  public StepExpect {
    any = List.copyOf(any);
  }

  /** This result alone. */
  public static StepExpect of(String result) {
    return new StepExpect(List.of(result));
  }

  /** Whether {@code result} is as expected; a step that waits is only where that is said. */
  public boolean isMet(String result) {
    boolean free = any.isEmpty() || any.equals(List.of(SHOWN));
    return free ? !result.equals(WAITS) : any.contains(result);
  }

  /**
   * Reads {@code = result or result}, {@code = ?}, or nothing, up to the end of the line.
   *
   * @param one reads a result
   */
  public static StepExpect read(Cursor in, Function<Cursor, String> one) {
    if (in.atEnd()) {
      return ANYTHING;
    }
    if (!in.accept("=")) {
      throw in.expected("\"=\" and a result, or the end of the line");
    }
    List<String> any = new ArrayList<>();
    if (in.accept(SHOWN)) {
      any.add(SHOWN);
    } else {
      do {
        any.add(one.apply(in));
      } while (in.acceptWord("or"));
    }
    in.expectEnd();
    return new StepExpect(any);
  }

  /** As it is written after {@code =}; empty when nothing is said. */
  public String text() {
    return String.join(" or ", any);
  }
}
