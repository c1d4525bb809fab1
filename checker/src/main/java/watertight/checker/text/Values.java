package watertight.checker.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a call that were read, by place; out-arguments have none. */
final class Values {
  private final @Nullable Object[] values;

  Values(int count) {
    values = new @Nullable Object[count];
  }

  void set(int place, @Nullable Object value) {
    values[place] = value;
  }

  /** A number of 64 bits. */
  long bits(int place) {
    return (Long) value(place);
  }

  /** A number of 32 bits: a descriptor or an id. */
  int number(int place) {
    return (Integer) value(place);
  }

  /** A text; null for a bad address. */
  @Nullable String text(int place) {
    return (String) values[place];
  }

  /** A value of another type. */
  <T> T as(Class<T> type, int place) {
    return type.cast(value(place));
  }

  private Object value(int place) {
    Object value = values[place];
    if (value == null) {
      throw new IllegalStateException("argument " + place + " was not read");
    }
    return value;
  }

  /** The elements of a list. */
  List<Integer> numbers(int place) {
    return ((List<?>) value(place)).stream().map(Integer.class::cast).toList();
  }
}
