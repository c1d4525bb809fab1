package watertight.checker.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import watertight.checker.explore.Exploration.End;
import watertight.model.Machine;
import watertight.model.Property;

/** One search: the visited states, in the order of arrival, are its queue. */
final class Search<A> implements Actions.Visitor<A> {
  private static final int CHECK_EVERY = 256;

  private final Machine<A> machine;
  private final Limits limits;
  private final Slots slots;
  private final Projections projections = new Projections();
  private final Canonical canonical;
  private final Actions<A> actions;
  private final Judge<A> judge;
  private final TreeStore store;
  private final IntChunks parents = new IntChunks();
  private final int width;
  private final int[] nodes;
  private final int[] nextNodes;
  private final int[] state;
  private final int[] next;
  private final int[] dirty;
  private final long started = System.nanoTime();
  private long transitions;
  private long unchanged;
  private int current;
  private int brokenAt = -1;
  private A brokenBy;

  Search(
      Machine<A> machine,
      Property<A> property,
      Property<A> witness,
      Reductions reductions,
      Limits limits,
      Slots slots) {
    int capacity = slots.capacity();
    this.machine = machine;
    this.limits = limits;
    this.slots = slots;
    this.canonical = new Canonical(slots, reductions.symmetry());
    this.actions = new Actions<>(machine, slots, projections, reductions);
    this.judge = new Judge<>(property, witness, slots, projections);
    this.store = new TreeStore(capacity);
    this.width = capacity;
    this.nodes = new int[2 * capacity];
    this.nextNodes = new int[2 * capacity];
    this.state = new int[capacity];
    this.next = new int[capacity];
    this.dirty = new int[capacity];
  }

  Exploration<A> run() {
    start();
    if (brokenAt >= 0) {
      return finish(End.BROKEN, 0);
    }
    int depth = 0;
    int from = 0;
    while (from < store.size()) {
      int to = store.size();
      if (depth == limits.depth()) {
        return finish(End.DEPTH, depth);
      }
      End early = level(depth, from, to);
      if (early != null) {
        return finish(early, depth);
      }
      from = to;
      depth++;
    }
    return finish(End.COMPLETE, depth);
  }

  private void start() {
    Tracer tracer = new Tracer(slots, projections, state);
    machine.start(tracer);
    for (int slot : tracer.writtenSlots()) {
      next[slot] = tracer.rewrite(slot).apply(0);
    }
    canonical.apply(next);
    System.arraycopy(next, 0, nodes, width, width);
    store.add(nodes);
    parents.add(-1);
    if (judge.breaks(next)) {
      brokenAt = 0;
    }
  }

  private End level(int depth, int from, int to) {
    for (int id = from; id < to; id++) {
      if (id % CHECK_EVERY == 0) {
        End spent = spent(depth);
        if (spent != null) {
          return spent;
        }
      }
      expand(id);
      if (brokenAt >= 0) {
        return End.BROKEN;
      }
    }
    return null;
  }

  private End spent(int depth) {
    limits.progress().accept(new Limits.Sighting(depth, store.size(), transitions));
    if (limits.isOver(System.nanoTime())) {
      return End.TIME;
    }
    return store.bytes() + parents.bytes() > limits.bytes() || store.size() >= limits.states()
        ? End.MEMORY
        : null;
  }

  private void expand(int id) {
    current = id;
    load(id);
    actions.visit(state, this);
  }

  private void load(int id) {
    store.get(id, nodes);
    System.arraycopy(nodes, width, state, 0, width);
  }

  @Override
  public void unchanged(int count) {
    unchanged += count;
  }

  @Override
  public boolean matters(A action, Effect effect, DecisionTree.ReadSink sink) {
    return judge.matters(state, action, effect, sink);
  }

  @Override
  public boolean visit(A action, Effect effect) {
    System.arraycopy(state, 0, next, 0, slots.size());
    boolean changed = effect.apply(state, next);
    if (judge.breaks(state, action, effect, next)) {
      brokenAt = current;
      brokenBy = action;
      return false;
    }
    if (!changed) {
      unchanged++;
      return true;
    }
    transitions++;
    int child = addNext();
    if (child < 0) {
      return true;
    }
    parents.add(current);
    if (judge.breaks(next)) {
      brokenAt = child;
      return false;
    }
    return true;
  }

  /** Stores {@code next}, in its canonical form; its number, or −1 − its number when known. */
  private int addNext() {
    canonical.apply(next);
    int used = slots.size();
    int count = 0;
    for (int slot = 0; slot < used; slot++) {
      if (next[slot] != state[slot]) {
        dirty[count++] = slot;
      }
    }
    if (count == 0) {
      return -1 - current;
    }
    System.arraycopy(nodes, 0, nextNodes, 0, 2 * width);
    for (int i = 0; i < count; i++) {
      nextNodes[width + dirty[i]] = next[dirty[i]];
    }
    return store.addChanged(nextNodes, dirty, count);
  }

  private Exploration<A> finish(End end, int depth) {
    List<A> trace = brokenAt < 0 ? null : trace();
    return new Exploration<>(
        trace,
        judge.witnessed(),
        end,
        depth,
        judge.outOfScope(),
        judge.refusedBy(),
        actions.size(),
        store.size(),
        transitions,
        unchanged,
        actions.runs(),
        store.bytes(),
        store.bytes() + parents.bytes(),
        (System.nanoTime() - started) / 1e9);
  }

  private List<A> trace() {
    List<A> reversed = new ArrayList<>();
    if (brokenBy != null) {
      reversed.add(brokenBy);
    }
    for (int at = brokenAt; parents.get(at) >= 0; at = parents.get(at)) {
      reversed.add(actionTo(parents.get(at), at));
    }
    Collections.reverse(reversed);
    return List.copyOf(reversed);
  }

  /** The first action that leads from one state to another. */
  private A actionTo(int from, int to) {
    current = from;
    load(from);
    Finder finder = new Finder(to);
    actions.visit(state, finder);
    return finder.found;
  }

  /** Looks for the first action that leads to a known state. */
  private final class Finder implements Actions.Visitor<A> {
    private final int to;
    private A found;

    Finder(int to) {
      this.to = to;
    }

    @Override
    public boolean visit(A action, Effect effect) {
      System.arraycopy(state, 0, next, 0, slots.size());
      if (effect.apply(state, next) && addNext() == -1 - to) {
        found = action;
      }
      return found == null;
    }

    @Override
    public boolean matters(A action, Effect effect, DecisionTree.ReadSink sink) {
      return Search.this.matters(action, effect, sink);
    }

    @Override
    public void unchanged(int count) {}
  }
}
