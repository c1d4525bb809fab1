package watertight.checker.verdict;

import java.util.function.Supplier;

/** Where an engine says how far it is. */
@FunctionalInterface
public interface Progress {
  /** Nobody looks. */
  Progress NONE = now -> {};

  /**
   * From now on {@code now} tells how far the engine is, in a few words such as {@code depth 5,
   * 120,433 states}. It is asked from another thread, about once a second.
   */
  void show(Supplier<String> now);
}
