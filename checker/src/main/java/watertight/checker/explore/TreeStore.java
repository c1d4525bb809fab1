package watertight.checker.explore;

/**
 * Packed states, each stored once: a state is a binary tree of pairs, and equal subtrees are
 * shared, so that most states cost one pair (tree compression; Laarman, van de Pol, Weber: Parallel
 * Recursive State Compression for Free, SPIN 2011). Exact: no state is ever taken for another.
 */
final class TreeStore {
  private final int width;

  private final PairTable inner = new PairTable();
  private final PairTable roots = new PairTable();

  /**
   * A store for states of {@code width} places.
   *
   * @param width a power of two, at least 4
   */
  TreeStore(int width) {
    this.width = width;
    inner.add(0, 0);
  }

  int size() {
    return roots.size();
  }

  /**
   * Adds a state.
   *
   * @param nodes scratch space of 2·width: its leaves, from {@code width} on, are the state
   * @return the new state's number, or −1 − its number when it was there already
   */
  int add(int[] nodes) {
    for (int i = width - 1; i > 1; i--) {
      nodes[i] = pair(nodes[2 * i], nodes[2 * i + 1]);
    }
    return roots.add(nodes[2], nodes[3]);
  }

  /**
   * Adds a state that differs from another in few places.
   *
   * @param base the other state's nodes, complete
   * @param nodes a copy of {@code base} in which the changed leaves are new
   * @param dirty the changed leaves' places
   * @param count how many there are
   */
  int addChanged(int[] nodes, int[] dirty, int count) {
    int[] level = dirty;
    int left = count;
    for (int half = width / 2; half > 1; half /= 2) {
      int kept = 0;
      int last = -1;
      for (int i = 0; i < left; i++) {
        int parent = level[i] / 2;
        if (parent != last) {
          int at = half + parent;
          nodes[at] = pair(nodes[2 * at], nodes[2 * at + 1]);
          level[kept++] = parent;
          last = parent;
        }
      }
      left = kept;
    }
    return roots.add(nodes[2], nodes[3]);
  }

  private int pair(int left, int right) {
    if ((left | right) == 0) {
      return 0;
    }
    int id = inner.add(left, right);
    return id < 0 ? -1 - id : id;
  }

  /** Writes a state's nodes. */
  void get(int id, int[] nodes) {
    nodes[2] = roots.left(id);
    nodes[3] = roots.right(id);
    for (int i = 2; i < width; i++) {
      int node = nodes[i];
      if (node == 0) {
        nodes[2 * i] = 0;
        nodes[2 * i + 1] = 0;
      } else {
        nodes[2 * i] = inner.left(node);
        nodes[2 * i + 1] = inner.right(node);
      }
    }
  }

  /** The memory that the store holds, in bytes. */
  long bytes() {
    return inner.bytes() + roots.bytes();
  }
}
