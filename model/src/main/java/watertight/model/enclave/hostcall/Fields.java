package watertight.model.enclave.hostcall;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Some fields and their values. */
public final class Fields {
  /** No field. */
  public static final Fields NONE = new Fields(0, new long[0]);

  private static final Field[] FIELDS = Field.values();

  /** Which fields are there, a bit for each. */
  private final long there;

  /** The values of those, in their order. */
  private final long[] values;

  private Fields(long there, long[] values) {
    this.there = there;
    this.values = values;
  }

  /** These fields. */
  public static Fields of(Map<Field, Long> values) {
    Fields fields = NONE;
    for (Map.Entry<Field, Long> one : values.entrySet()) {
      fields = fields.with(one.getKey(), one.getValue());
    }
    return fields;
  }

  /** The value of a field; 0 where it is not there. */
  public long get(Field field) {
    return has(field) ? values[index(field)] : 0;
  }

  /** Whether the field is there. */
  public boolean has(Field field) {
    return (there & bit(field)) != 0;
  }

  /** As this, with one value. */
  public Fields with(Field field, long value) {
    int at = index(field);
    if (has(field)) {
      long[] changed = values.clone();
      changed[at] = value;
      return new Fields(there, changed);
    }
    long[] more = new long[values.length + 1];
    System.arraycopy(values, 0, more, 0, at);
    more[at] = value;
    System.arraycopy(values, at, more, at + 1, values.length - at);
    return new Fields(there | bit(field), more);
  }

  /** How many there are. */
  public int count() {
    return values.length;
  }

  /** The value at this place in the order of the fields. */
  public long valueAt(int index) {
    return values[index];
  }

  /** The values, in the order of the fields. */
  public Map<Field, Long> values() {
    Map<Field, Long> all = new EnumMap<>(Field.class);
    for (Field field : FIELDS) {
      if (has(field)) {
        all.put(field, get(field));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private int index(Field field) {
    return Long.bitCount(there & (bit(field) - 1));
  }

  private static long bit(Field field) {
    return 1L << field.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fields that
        && there == that.there
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(there) * 31 + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values().toString();
  }
}
