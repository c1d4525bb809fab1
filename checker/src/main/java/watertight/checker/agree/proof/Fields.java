package watertight.checker.agree.proof;

import java.util.ArrayList;
import java.util.List;

/** The fields of a state of a proof, in the order of its sort. */
final class Fields {
  private Fields() {}

  /** The fields with {@code n} taken from one and added to another. */
  static List<Object> moved(List<Object> fields, int from, int to, long n) {
    List<Object> moved = new ArrayList<>(fields);
    moved.set(from, (Long) fields.get(from) - n);
    moved.set(to, (Long) fields.get(to) + n);
    return moved;
  }
}
