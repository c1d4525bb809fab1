package watertight.model.enclave.hostcall;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Some fields and their values.
 *
 * @param values the values, in the order of the fields
 */
public record Fields(Map<Field, Long> values) {
  /** No field. */
  public static final Fields NONE = new Fields(Map.of());

  public Fields {
    Map<Field, Long> ordered = new EnumMap<>(Field.class);
    ordered.putAll(values);
    values = Collections.unmodifiableMap(ordered);
  }

  /** The value of a field; 0 where it is not there. */
  public long get(Field field) {
    Long value = values.get(field);
    return value == null ? 0 : value;
  }

  /** Whether the field is there. */
  public boolean has(Field field) {
    return values.containsKey(field);
  }

  /** As this, with one value. */
  public Fields with(Field field, long value) {
    Map<Field, Long> more = new EnumMap<>(Field.class);
    more.putAll(values);
    more.put(field, value);
    return new Fields(more);
  }
}
