package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a list shorter as long as something stays true of it. */
final class Shrink {
  private Shrink() {}

  /** A list from which no single element can be left out. */
  static <T> List<T> list(List<T> list, Predicate<List<T>> stays) {
    List<T> left = new ArrayList<>(list);
    for (int size = Math.max(1, left.size() / 2); size > 0; size /= 2) {
      boolean again = true;
      while (again) {
        again = false;
        for (int i = left.size() - size; i >= 0; i -= size) {
          List<T> fewer = new ArrayList<>(left.subList(0, i));
          fewer.addAll(left.subList(i + size, left.size()));
          if (stays.test(fewer)) {
            left = fewer;
            again = true;
          }
        }
      }
    }
    return left;
  }
}
