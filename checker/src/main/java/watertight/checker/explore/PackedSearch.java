package watertight.checker.explore;

import java.util.ArrayList;
import java.util.List;
import watertight.checker.explore.Exploration.End;
import watertight.model.Machine;
import watertight.model.Property;

/**
 * A search of states that fit into a word each. They are judged when their turn comes; their
 * successors are gathered, and looked up many at a time.
 */
final class PackedSearch<A> implements Actions.Visitor<A> {
  private static final int CHECK_EVERY = 1024;

  private final Machine<A> machine;
  private final Limits limits;
  private final Slots slots;
  private final Projections projections = new Projections();
  private final Actions<A> actions;
  private final Judge<A> judge;
  private final Orbits orbits;
  private final boolean looksAtOrbits;
  private final boolean ordersStand;
  private final int[] state;
  private final int[] next;
  private final Arrivals arrived = new Arrivals();
  private final IntList levels = new IntList();
  private final long started = System.nanoTime();
  private int[] first;
  private Packing packing;
  private long key;
  private boolean looksAtSteps;
  private int tooLargeAt;
  private int tooLarge;
  private long transitions;
  private long unchanged;
  private int brokenAt = -1;
  private A brokenBy;

  PackedSearch(
      Machine<A> machine,
      Property<A> property,
      Property<A> witness,
      Reductions reductions,
      Limits limits,
      Slots slots) {
    this.machine = machine;
    this.limits = limits;
    this.slots = slots;
    this.actions = new Actions<>(machine, slots, projections, reductions);
    this.judge = new Judge<>(property, witness, slots, projections);
    this.orbits = new Orbits(reductions.symmetry() ? machine.interchangeable() : List.of(), slots);
    this.looksAtOrbits = !orbits.isTrivial();
    this.ordersStand =
        reductions.partialOrder()
            && limits.depth() == Integer.MAX_VALUE
            && actions.knowsIndependence();
    if (ordersStand) {
      judge.noteSight();
    }
    this.state = new int[slots.capacity()];
    this.next = new int[slots.capacity()];
  }

  /** Whether one order of steps may stand for others. */
  boolean ordersStand() {
    return ordersStand;
  }

  /**
   * Searches.
   *
   * @throws Packing.TooWide when some state needs more than a word
   */
  Exploration<A> run() {
    start();
    int depth = 0;
    for (int from = 0; from < arrived.size(); depth++) {
      int to = arrived.size();
      levels.add(from);
      End early = level(depth, from, to);
      if (early != null) {
        return finish(early, depth);
      }
      if (depth == limits.depth()) {
        return finish(End.DEPTH, depth);
      }
      from = to;
    }
    return finish(End.COMPLETE, depth - 1);
  }

  private void start() {
    Tracer tracer = new Tracer(slots, projections, state);
    machine.start(tracer);
    for (int slot : tracer.writtenSlots()) {
      if (slots.ownerOf(slot) >= 0) {
        throw new Packing.TooWide();
      }
      next[slot] = tracer.rewrite(slot).apply(0);
    }
    first = next.clone();
    orbits.apply(next);
    System.arraycopy(next, 0, state, 0, state.length);
    packing = new Packing(slots, state);
    arrived.gather(packing.pack(state));
    arrived.lookUp();
  }

  /** Takes the states of one level in turn; at the last level they are only judged. */
  private End level(int depth, int from, int to) {
    for (int id = from; id < to; id++) {
      if (id % CHECK_EVERY == 0) {
        End spent = spent(depth);
        if (spent != null) {
          return spent;
        }
      }
      load(id);
      if (judge.breaks(state)) {
        brokenAt = id;
        return End.BROKEN;
      }
      if (depth < limits.depth()) {
        expand();
        if (brokenBy != null) {
          brokenAt = id;
          return End.BROKEN;
        }
      }
      if (arrived.isFull()) {
        arrived.lookUp();
      }
    }
    arrived.lookUp();
    return null;
  }

  private End spent(int depth) {
    limits.progress().accept(new Limits.Sighting(depth, arrived.size(), transitions));
    if (limits.isOver(System.nanoTime())) {
      return End.TIME;
    }
    return arrived.bytes() > limits.bytes() || arrived.size() >= limits.states()
        ? End.MEMORY
        : null;
  }

  private void load(int id) {
    key = arrived.get(id);
    packing.unpack(key, state);
  }

  private void expand() {
    looksAtSteps = judge.looksAtSteps();
    if (ordersStand && !looksAtSteps && expandByOne()) {
      return;
    }
    while (true) {
      int gatheredBefore = arrived.gathered();
      long transitionsBefore = transitions;
      long unchangedBefore = unchanged;
      tooLargeAt = -1;
      actions.visit(state, this);
      if (tooLargeAt < 0) {
        return;
      }
      arrived.forgetAfter(gatheredBefore);
      transitions = transitionsBefore;
      unchanged = unchangedBefore;
      arrived.lookUp();
      Packing wider = packing.with(tooLargeAt, tooLarge);
      arrived.pack(packing, wider, state.clone());
      packing = wider;
      key = packing.pack(state);
    }
  }

  /**
   * Takes a single step that stands for all: one that touches nothing of others, does not show, and
   * leads to a state not seen before, so that no cycle leaves the others out for ever.
   */
  private boolean expandByOne() {
    Effect one = actions.localIn(state, this, this::isNewAndOutOfSight);
    if (one == null) {
      return false;
    }
    transitions++;
    arrived.gather(keyOf(one));
    return true;
  }

  private boolean isNewAndOutOfSight(Effect effect) {
    for (int i = 0; i < effect.slots.length; i++) {
      int from = state[effect.slots[i]];
      if (judge.sees(effect.slots[i], from, effect.rewrites[i].apply(from))) {
        return false;
      }
    }
    tooLargeAt = -1;
    long child = keyOf(effect);
    return tooLargeAt < 0 && child != key && !arrived.contains(child);
  }

  private long keyOf(Effect effect) {
    return looksAtOrbits ? orbitOf(effect) : keyAfter(effect);
  }

  @Override
  public boolean visit(A action, Effect effect) {
    if (looksAtSteps && breaks(action, effect)) {
      brokenBy = action;
      return false;
    }
    long child = keyOf(effect);
    if (tooLargeAt >= 0) {
      return false;
    }
    if (child == key) {
      unchanged++;
      return true;
    }
    transitions++;
    arrived.gather(child);
    return true;
  }

  private boolean breaks(A action, Effect effect) {
    System.arraycopy(state, 0, next, 0, slots.size());
    effect.apply(state, next);
    return judge.breaks(state, action, effect, next);
  }

  /** The key of the state after a step. */
  private long keyAfter(Effect effect) {
    KeyChange change = effect.keyChange;
    if (change == null || change.packing != packing) {
      change = KeyChange.of(effect, packing);
      effect.keyChange = change;
    }
    long child = key + change.sum;
    for (int i : change.open) {
      int slot = effect.slots[i];
      int from = state[slot];
      int to = effect.rewrites[i].apply(from);
      if (!packing.fits(slot, to)) {
        tooLargeAt = slot;
        tooLarge = to;
        return 0;
      }
      child = packing.change(child, slot, from, to);
    }
    return child;
  }

  /** The key of what stands for the state after a step. */
  private long orbitOf(Effect effect) {
    System.arraycopy(state, 0, next, 0, slots.size());
    if (!effect.apply(state, next)) {
      return key;
    }
    orbits.apply(next);
    for (int slot = 0; slot < slots.size(); slot++) {
      if (!packing.fits(slot, next[slot])) {
        tooLargeAt = slot;
        tooLarge = next[slot];
        return 0;
      }
    }
    return packing.pack(next);
  }

  @Override
  public boolean matters(A action, Effect effect, DecisionTree.ReadSink sink) {
    return judge.matters(state, action, effect, sink);
  }

  @Override
  public void unchanged(int count) {
    unchanged += count;
  }

  private Exploration<A> finish(End end, int depth) {
    return new Exploration<>(
        brokenAt < 0 ? null : trace(depth),
        judge.witnessed(),
        end,
        depth,
        judge.outOfScope(),
        judge.refusedBy(),
        actions.size(),
        arrived.size(),
        transitions,
        unchanged,
        actions.runs(),
        arrived.seenBytes(),
        arrived.peakBytes(),
        (System.nanoTime() - started) / 1e9);
  }

  /**
   * Walks back level by level, since who arrived first at a state is the first that steps to it;
   * then forward from the real start, since parts may have changed places on the way.
   */
  private List<A> trace(int depth) {
    long[] path = new long[depth];
    int at = brokenAt;
    for (int level = depth - 1; level >= 0; level--) {
      path[level] = arrived.get(at);
      at = levels.get(level) - 1;
      do {
        load(++at);
      } while (stepTo(path[level]) == null);
    }
    List<A> trace = new ArrayList<>();
    System.arraycopy(first, 0, state, 0, state.length);
    key = packing.pack(state);
    for (long to : path) {
      Finder step = stepTo(to);
      trace.add(step.found);
      step.effect.apply(state.clone(), state);
      key = packing.pack(state);
    }
    if (brokenBy != null) {
      trace.add(breaker());
    }
    return List.copyOf(trace);
  }

  /** The first step from the present state to what this key stands for, or null. */
  private Finder stepTo(long to) {
    Finder finder = new Finder(to);
    actions.visit(state, finder);
    return finder.found == null ? null : finder;
  }

  /** The first action that breaks the property from the present state. */
  private A breaker() {
    brokenBy = null;
    looksAtSteps = true;
    actions.visit(state, this);
    return brokenBy;
  }

  /** Looks for the first action that leads to a known state. */
  private final class Finder implements Actions.Visitor<A> {
    private final long to;
    private A found;
    private Effect effect;

    Finder(long to) {
      this.to = to;
    }

    @Override
    public boolean visit(A action, Effect effect) {
      long child = keyOf(effect);
      tooLargeAt = -1;
      if (child == to && child != key) {
        found = action;
        this.effect = effect;
      }
      return found == null;
    }

    @Override
    public boolean matters(A action, Effect effect, DecisionTree.ReadSink sink) {
      return PackedSearch.this.matters(action, effect, sink);
    }

    @Override
    public void unchanged(int count) {}
  }
}
