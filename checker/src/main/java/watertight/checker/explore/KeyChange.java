package watertight.checker.explore;

import java.util.Arrays;

/**
 * What an effect does to the word that a state is packed into. Where the effect's path has read the
 * value before, that is the same sum for all states; the other places stay open.
 */
final class KeyChange {
  final Packing packing;
  final long sum;
  final int[] open;

  private KeyChange(Packing packing, long sum, int[] open) {
    this.packing = packing;
    this.sum = sum;
    this.open = open;
  }

  /** The change, which holds for this packing alone. Values that do not fit stay open. */
  static KeyChange of(Effect effect, Packing packing) {
    long sum = 0;
    int[] open = new int[effect.slots.length];
    int count = 0;
    for (int i = 0; i < effect.slots.length; i++) {
      int from = effect.from[i];
      int to = from < 0 ? -1 : effect.rewrites[i].apply(from);
      if (to < 0 || !packing.fits(effect.slots[i], to)) {
        open[count++] = i;
      } else {
        sum = packing.change(sum, effect.slots[i], from, to);
      }
    }
    return new KeyChange(packing, sum, Arrays.copyOf(open, count));
  }
}
