package watertight.checker.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The engines by name, in the order in which they are reported. */
public enum EngineId {
  EXPLORE,
  FUZZ,
  ALLOY,
  SMT,
  AGREE,
  KERNEL;

  /** The name on the command line and in reports. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The engine with this name. */
  public static Optional<EngineId> named(String text) {
    return Arrays.stream(values()).filter(id -> id.text().equals(text)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(EngineId::text).toList();
  }

  /**
   * Whether it compares descriptions with each other: its {@code holds} says that they gave equal
   * answers, and nothing about the claim.
   */
  public boolean compares() {
    return this == AGREE || this == KERNEL;
  }
}
