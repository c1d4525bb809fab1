package watertight.checker.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Domain;

/**
 * Which values of an argument need to be tried in a state: of values that do the same there, the
 * first stands for all. Decided once for each sequence of values that telling them apart reads.
 */
final class Choices {
  private static final class Kept extends DecisionTree.Leaf {
    final int[] indexes;

    Kept(int[] indexes) {
      this.indexes = indexes;
    }
  }

  private static final class Key extends DecisionTree.Leaf {
    final int id;

    Key(int id) {
      this.id = id;
    }
  }

  private final Domain<Object> domain;
  private final Slots slots;
  private final Projections projections;
  private final List<DecisionTree<Key>> keys = new ArrayList<>();
  private final Map<Object, Integer> keyIds = new HashMap<>();
  private final DecisionTree<Kept> kept = new DecisionTree<>();
  private final ReadList reads;
  private final int[] all;

  @SuppressWarnings("unchecked")
  Choices(Domain<?> domain, Slots slots, Projections projections, boolean reduce) {
    this.domain = reduce ? (Domain<Object>) domain : (Domain<Object>) Domain.of(domain.values());
    this.slots = slots;
    this.projections = projections;
    this.reads = new ReadList(slots.capacity());
    this.all = new int[domain.values().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
      keys.add(new DecisionTree<>());
    }
  }

  /** The indexes of the values to try, in order; {@code sink} takes what they depend on. */
  int[] in(int[] state, DecisionTree.ReadSink sink) {
    if (domain.alike() == null) {
      return all;
    }
    Kept known = kept.find(state);
    if (known == null) {
      known = decide(state);
    }
    kept.collect(state, sink);
    return known.indexes;
  }

  private Kept decide(int[] state) {
    reads.clear();
    Set<Integer> seenKeys = new HashSet<>();
    IntList indexes = new IntList();
    for (int i = 0; i < all.length; i++) {
      if (seenKeys.add(key(i, state))) {
        indexes.add(i);
      }
      keys.get(i).collect(state, reads);
    }
    Kept decided = new Kept(indexes.toArray());
    kept.add(reads.list(), decided);
    return decided;
  }

  private int key(int index, int[] state) {
    DecisionTree<Key> tree = keys.get(index);
    Key known = tree.find(state);
    if (known == null) {
      Tracer tracer = new Tracer(slots, projections, state);
      Object key = domain.alike().key(domain.values().get(index), tracer);
      known = new Key(keyIds.computeIfAbsent(key, fresh -> keyIds.size()));
      tree.add(tracer.reads(), known);
    }
    return known.id;
  }
}
