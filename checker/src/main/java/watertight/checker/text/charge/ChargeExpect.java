package watertight.checker.text.charge;

import java.util.List;

/**
 * What a step must return: one of these; nothing is said when there is none.
 *
 * @param any the results that are as expected; {@code ?} for whatever comes
 */
public record ChargeExpect(List<String> any) {
  /** What a step that cannot be taken yet shows. */
  public static final String WAITS = "waits";

  /** Nothing is said. */
  public static final ChargeExpect ANYTHING = new ChargeExpect(List.of());

  static final String SHOWN = "?";

  public ChargeExpect {
    any = List.copyOf(any);
  }

  /** This result alone. */
  public static ChargeExpect of(String result) {
    return new ChargeExpect(List.of(result));
  }

  /** Whether {@code result} is as expected; a step that waits is only where that is said. */
  public boolean isMet(String result) {
    boolean free = any.isEmpty() || any.equals(List.of(SHOWN));
    return free ? !result.equals(WAITS) : any.contains(result);
  }

  /** As it is written after {@code =}; empty when nothing is said. */
  public String text() {
    return String.join(" or ", any);
  }
}
