package watertight.checker.run;

import java.util.HashMap;
import java.util.Map;

/** What the names {@code @x} of a run stand for: each is bound by its first use. */
final class Bindings {
  private final Map<String, Object> values = new HashMap<>();

  /** Whether {@code name} stands for {@code value}, now or from now on. */
  boolean same(String name, Object value) {
    Object bound = values.putIfAbsent(name, value);
    return bound == null || bound.equals(value);
  }
}
