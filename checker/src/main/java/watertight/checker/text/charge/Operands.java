package watertight.checker.text.charge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import watertight.checker.text.Cursor;
import watertight.checker.text.Names;
import watertight.checker.text.Nearest;
import watertight.checker.text.Numbers;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.Task;

/** The names and numbers in the lines of the charge machine, as far as they are known so far. */
final class Operands {
  /** So that no sum of pages leaves the range of an int. */
  static final int MOST_PAGES = 4096;

  private static final int LARGEST = 1 << 30;

  private final List<Groups.Place> groups;
  private final List<?> tasks;

  /** Names for these groups and tasks, which may become more. */
  Operands(List<Groups.Place> groups, List<?> tasks) {
    this.groups = groups;
    this.tasks = tasks;
  }

  /** A word that may have hyphens. */
  static String name(Cursor in) {
    in.skipBlanks();
    return in.run(c -> Cursor.isWord(c) || c == '-');
  }

  Group group(Cursor in) {
    return new Group(known(in, "g", groups.size(), "the name of a group"));
  }

  Task task(Cursor in) {
    return new Task(known(in, "t", tasks.size(), "the name of a task"));
  }

  /** The next group, which is not known yet. */
  Group nextGroup(Cursor in) {
    return new Group(next(in, "g", groups.size()));
  }

  /** The next task, which is not known yet. */
  Task nextTask(Cursor in) {
    return new Task(next(in, "t", tasks.size()));
  }

  private static int next(Cursor in, String letter, int number) {
    if (!in.acceptWord(letter + number)) {
      throw in.expected('"' + letter + number + "\", the next name");
    }
    return number;
  }

  private static int known(Cursor in, String letter, int count, String kind) {
    in.skipBlanks();
    int place = in.at();
    String name = in.word();
    if (name.isEmpty()) {
      throw in.expected(kind);
    }
    TreeSet<String> all = new TreeSet<>();
    for (int number = 0; number < count; number++) {
      if (name.equals(letter + number)) {
        return number;
      }
      all.add(letter + number);
    }
    String expected =
        all.isEmpty() ? kind + " that stands in the world" : kind(kind, letter, count);
    throw in.error(place, Cursor.shown(name), expected, Nearest.to(name, all));
  }

  private static String kind(String kind, String letter, int count) {
    String last = letter + (count - 1);
    return kind + " (" + letter + "0" + (count == 1 ? "" : " to " + last) + ")";
  }

  static int pages(Cursor in) {
    return Numbers.within(in, "a number of pages", 1, MOST_PAGES);
  }

  /** A limit: a number, or {@code max} for none. */
  static int limit(Cursor in) {
    return in.acceptWord("max")
        ? Groups.UNLIMITED
        : Numbers.within(in, "a limit, max or a number", 0, LARGEST);
  }

  /** A number that a task sees. */
  static int number(Cursor in) {
    return Numbers.within(in, "a number", -LARGEST, LARGEST);
  }

  /** The names in {@code known}, as errors list them. */
  static <T> Names<T> names(String kind, Map<String, T> known) {
    return new Names<>(kind, known, Set.of());
  }
}
