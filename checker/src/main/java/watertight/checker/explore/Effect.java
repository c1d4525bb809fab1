package watertight.checker.explore;

import watertight.model.Property;
import watertight.model.Result;

/** What an action comes to on one path of its decision tree. */
final class Effect extends DecisionTree.Leaf {
  final Result result;
  final int[] slots;
  final Rewrite[] rewrites;
  final boolean local;

  /** The values before it, where its path has read them; else −1. */
  final int[] from;

  /** What it does to packed states, once that was worked out. */
  KeyChange keyChange;

  private DecisionTree<Truth>[] byWatch;

  /**
   * An effect.
   *
   * @param from the values before it, where its path has read them; else −1
   * @param local whether it touches nothing that another party may ever touch
   */
  Effect(Result result, int[] slots, int[] from, Rewrite[] rewrites, boolean local) {
    this.from = from;
    this.local = local;
    this.result = result;
    this.slots = slots;
    this.rewrites = rewrites;
  }

  /** Writes the effect into a copy of the state; whether that changes anything. */
  boolean apply(int[] from, int[] to) {
    boolean changed = false;
    for (int i = 0; i < slots.length; i++) {
      int slot = slots[i];
      int value = rewrites[i].apply(from[slot]);
      to[slot] = value;
      changed |= value != from[slot];
    }
    return changed;
  }

  /** Where a {@link Property.OfSteps} of the watch with this number is decided for this effect. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  DecisionTree<Truth> treeOf(int watch, int watches) {
    if (byWatch == null) {
      byWatch = new DecisionTree[watches];
    }
    if (byWatch[watch] == null) {
      byWatch[watch] = new DecisionTree<>();
    }
    return byWatch[watch];
  }

  /** A leaf that says yes or no. */
  static final class Truth extends DecisionTree.Leaf {
    static final Truth YES = new Truth();
    static final Truth NO = new Truth();

    static Truth of(boolean value) {
      return value ? YES : NO;
    }
  }
}
