package watertight.checker.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Against what litmus files are run. */
public enum Where {
  MODEL,
  KERNEL,
  BOTH;

  /** The name on the command line and in JSON. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this name. */
  public static Optional<Where> named(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Where::text).toList();
  }

  boolean isModelToo() {
    return this != KERNEL;
  }

  boolean isKernelToo() {
    return this != MODEL;
  }
}
