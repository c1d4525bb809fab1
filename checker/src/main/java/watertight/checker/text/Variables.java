package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import watertight.model.linux.scenario.Party;

/** The names {@code @t} that lines of a program give to descriptors. */
final class Variables {
  private final List<String> names = new ArrayList<>();
  private final boolean usable;

  private Variables(boolean usable) {
    this.usable = usable;
  }

  /** Litmus: descriptors are numbers. */
  static Variables none() {
    return new Variables(false);
  }

  /** The program of a party. */
  static Variables program() {
    return new Variables(true);
  }

  /** The number that stands for the name, which must be bound, in calls. */
  int use(Cursor in, int place, String name) {
    if (!usable) {
      throw in.error(place, Cursor.shown("@" + name), "the number of a descriptor, or AT_FDCWD");
    }
    if (!names.contains(name)) {
      throw in.error(
          place,
          Cursor.shown("@" + name),
          "a name that an earlier line binds",
          Nearest.to(name, names).stream().map(known -> "@" + known).toList());
    }
    return Party.Line.bound(names.indexOf(name));
  }

  /** The index of the name, which takes a result. */
  int bind(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }

  /** Whether {@code fd} stands for a name. */
  boolean stands(int fd) {
    return usable && fd <= Party.Line.bound(0);
  }

  /**
   * The name of the variable with this index: {@code a}, {@code b}, …, {@code z}, {@code v26}, ….
   */
  static String name(int index) {
    return index < 26 ? String.valueOf((char) ('a' + index)) : "v" + index;
  }

  /** The name that stands behind {@code fd}. */
  static String nameOf(int fd) {
    return name(Party.Line.bound(0) - fd);
  }
}
