package watertight.checker.agree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * One state as a specification sees it: the rows of each relation, by the name of its signature or
 * field. Names are written as they are, a path in angle brackets.
 */
final class Facts {
  /** One row of a relation. */
  record Row(List<String> atoms) implements Comparable<Row> {
    Row {
      atoms = List.copyOf(atoms);
    }

    static Row of(String... atoms) {
      return new Row(List.of(atoms));
    }

    String first() {
      return atoms.get(0);
    }

    String last() {
      return atoms.get(atoms.size() - 1);
    }

    @Override
    public int compareTo(Row other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return String.join(" -> ", atoms);
    }
  }

  private final SortedMap<String, SortedSet<Row>> rows = new TreeMap<>();

  /** Adds a row. */
  void add(String relation, String... atoms) {
    rows.computeIfAbsent(relation, r -> new TreeSet<>()).add(Row.of(atoms));
  }

  /** Replaces all rows of a relation. */
  void put(String relation, Collection<Row> all) {
    rows.put(relation, new TreeSet<>(all));
  }

  /** The rows of a relation. */
  SortedSet<Row> of(String relation) {
    return rows.getOrDefault(relation, new TreeSet<>());
  }

  /** The atoms of a signature. */
  List<String> atoms(String signature) {
    return of(signature).stream().map(Row::first).toList();
  }

  /** What the rows that begin with {@code first} end with. */
  List<String> from(String relation, String first) {
    return of(relation).stream().filter(r -> r.first().equals(first)).map(Row::last).toList();
  }

  /** What the only row that begins with {@code first} ends with, or the empty text. */
  String one(String relation, String first) {
    List<String> all = from(relation, first);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** The names of the relations that have rows. */
  Set<String> relations() {
    return rows.keySet();
  }

  /** Every atom. */
  Set<String> universe() {
    Set<String> all = new LinkedHashSet<>();
    rows.values().forEach(some -> some.forEach(row -> all.addAll(row.atoms())));
    return all;
  }

  /** A copy that changes independently of this. */
  Facts copy() {
    Facts copy = new Facts();
    rows.forEach(copy::put);
    return copy;
  }

  /** This and the rows of {@code more}, of the relations named. */
  Facts with(Facts more, Collection<String> relations) {
    Facts sum = copy();
    for (String relation : relations) {
      List<Row> both = new ArrayList<>(of(relation));
      both.addAll(more.of(relation));
      sum.put(relation, both);
    }
    return sum;
  }

  /** This with other names for its atoms. */
  Facts renamed(UnaryOperator<String> name) {
    Facts renamed = new Facts();
    rows.forEach(
        (relation, some) ->
            renamed.put(
                relation,
                some.stream().map(r -> new Row(r.atoms().stream().map(name).toList())).toList()));
    return renamed;
  }

  /** This without the rows that hold an atom of {@code atoms}. */
  Facts without(Set<String> atoms) {
    Facts left = new Facts();
    rows.forEach(
        (relation, some) ->
            left.put(
                relation,
                some.stream().filter(r -> r.atoms().stream().noneMatch(atoms::contains)).toList()));
    return left;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    rows.forEach(
        (relation, some) -> {
          if (!some.isEmpty()) {
            text.append(relation).append(' ').append(some).append('\n');
          }
        });
    return text.toString();
  }
}
