package watertight.checker.text.hostcall;

import java.util.List;

/**
 * What a step must come to: one of these texts; nothing is said when there is none.
 *
 * @param any the texts; {@code ?} for whatever comes
 */
public record HostcallExpect(List<String> any) {
  /** Nothing is said. */
  public static final HostcallExpect ANYTHING = new HostcallExpect(List.of());

  static final String SHOWN = "?";

  public HostcallExpect {
    any = List.copyOf(any);
  }

  /** This text alone. */
  public static HostcallExpect of(String result) {
    return new HostcallExpect(List.of(result));
  }

  /** Whether {@code result} is as expected. */
  public boolean isMet(String result) {
    return any.isEmpty() || any.equals(List.of(SHOWN)) || any.contains(result);
  }

  /** As it is written after {@code =}; empty when nothing is said. */
  public String text() {
    return String.join(" or ", any);
  }
}
