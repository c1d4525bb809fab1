package watertight.checker.agree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import watertight.checker.alloy.Columns;

/** Spoils the state after a step in one relation, each relation in its turn. */
final class Corruption {
  /**
   * One relation with other rows.
   *
   * @param relation the relation
   * @param rows what it holds instead
   */
  record Spoilt(String relation, Set<Facts.Row> rows) {}

  private final Spec spec;
  private final Set<String> relations;
  private final SplittableRandom random;
  private final Map<String, Integer> used = new HashMap<>();

  /**
   * @param relations those that may be spoilt
   */
  Corruption(Spec spec, Set<String> relations, SplittableRandom random) {
    this.spec = spec;
    this.relations = relations;
    this.random = random;
  }

  /**
   * A corruption of a step that is an instance of {@code predicate}, or null.
   *
   * @param walk the only walk that the predicate speaks of, or null when it speaks of all
   */
  @Nullable Spoilt of(String predicate, StatePair pair, @Nullable String walk) {
    List<Columns.Column> columns = new ArrayList<>(spec.columns().changing());
    columns.removeIf(column -> !relations.contains(column.name()));
    columns.sort(Comparator.comparing(c -> used.getOrDefault(predicate + c.name(), 0)));
    for (Columns.Column column : columns) {
      Set<Facts.Row> other = spoil(column, pair, walk);
      if (!other.equals(pair.after().of(column.name()))) {
        used.merge(predicate + column.name(), 1, Integer::sum);
        return new Spoilt(column.name(), other);
      }
    }
    return null;
  }

  private Set<Facts.Row> spoil(Columns.Column column, StatePair pair, @Nullable String walk) {
    List<Facts.Row> rows = new ArrayList<>(pair.after().of(column.name()));
    Set<Facts.Row> other = new TreeSet<>(rows);
    boolean isOfWalk = walk != null && column.sorts().get(0).get(0).equals("Walk");
    if (isOfWalk) {
      rows.removeIf(row -> !row.first().equals(walk));
    }
    boolean drops = !rows.isEmpty() && random.nextInt(3) > 0;
    if (drops) {
      other.remove(rows.get(random.nextInt(rows.size())));
    }
    if (!drops || random.nextBoolean()) {
      Facts.Row more = row(column, pair, isOfWalk ? walk : null);
      if (more != null) {
        other.add(more);
      }
    }
    return other;
  }

  private Facts.@Nullable Row row(Columns.Column column, StatePair pair, @Nullable String first) {
    List<String> shape = column.sorts().get(random.nextInt(column.sorts().size()));
    List<String> atoms = new ArrayList<>();
    for (String sort : shape) {
      Set<String> all = new LinkedHashSet<>(spec.columns().atoms(pair.before()::atoms, sort));
      if (all.isEmpty()) {
        return null;
      }
      atoms.add(new ArrayList<>(all).get(random.nextInt(all.size())));
    }
    if (first != null) {
      atoms.set(0, first);
    }
    return new Facts.Row(atoms);
  }
}
