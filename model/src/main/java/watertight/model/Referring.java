package watertight.model;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A value that holds references to objects. Values that hold none need not implement this.
 *
 * @param <T> the value's own type
 */
public interface Referring<T> {
  /** Visits the references whose order does not depend on object numbers (fields, sorted names). */
  void eachRef(Consumer<Ref> visitor);

  /**
   * Visits (key, value) pairs of a map whose keys are themselves references: their order is only
   * fixed once the keys have their numbers.
   */
  default void eachKeyed(BiConsumer<Ref, Ref> visitor) {}

  /** This value with every reference renamed. */
  T renamed(Renaming renaming);
}
