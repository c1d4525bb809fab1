package watertight.checker.explore;

import java.util.Arrays;
import java.util.List;

/**
 * What a deterministic computation comes to, by the values that it reads in turn. Leaves are {@link
 * Leaf}s; a path not yet seen ends in null.
 *
 * @param <L> the leaves
 */
final class DecisionTree<L extends DecisionTree.Leaf> {
  /** Where a path ends. */
  static class Leaf {}

  private static final class Node {
    final int slot;
    final Projection projection;
    Object[] next = new Object[4];

    Node(int slot, Projection projection) {
      this.slot = slot;
      this.projection = projection;
    }

    void put(int observed, Object child) {
      if (observed >= next.length) {
        next = Arrays.copyOf(next, Math.max(observed + 1, next.length * 2));
      }
      next[observed] = child;
    }
  }

  private Object root;

  /** The leaf for a state, or null when its path was not seen yet. */
  @SuppressWarnings("unchecked")
  L find(int[] state) {
    Object at = root;
    while (at instanceof Node node) {
      int value = state[node.slot];
      int observed = node.projection == null ? value : node.projection.of(value);
      Object[] next = node.next;
      at = observed < next.length ? next[observed] : null;
    }
    return (L) at;
  }

  /** Adds the path of a run, which ends in {@code leaf}. */
  void add(List<Tracer.Read> reads, L leaf) {
    if (reads.isEmpty()) {
      root = leaf;
      return;
    }
    Node node = (Node) (root = root == null ? node(reads.get(0)) : root);
    for (int i = 0; i < reads.size(); i++) {
      Tracer.Read read = reads.get(i);
      if (node.slot != read.slot() || node.projection != read.projection()) {
        throw new IllegalStateException("a rule read differently after reading the same values");
      }
      int observed = read.observed();
      if (i == reads.size() - 1) {
        node.put(observed, leaf);
      } else {
        Object child = observed < node.next.length ? node.next[observed] : null;
        if (child == null) {
          child = node(reads.get(i + 1));
          node.put(observed, child);
        }
        node = (Node) child;
      }
    }
  }

  /** The reads that lead to a state's leaf; the path must have been seen. */
  void collect(int[] state, ReadSink sink) {
    Object at = root;
    while (at instanceof Node node) {
      int value = state[node.slot];
      int observed = node.projection == null ? value : node.projection.of(value);
      sink.read(node.slot, node.projection, observed);
      at = node.next[observed];
    }
  }

  /** Takes the reads of a path. */
  interface ReadSink {
    void read(int slot, Projection projection, int observed);
  }

  private static Node node(Tracer.Read read) {
    return new Node(read.slot(), read.projection());
  }
}
