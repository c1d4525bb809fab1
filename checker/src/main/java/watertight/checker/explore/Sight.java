package watertight.checker.explore;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which places, through which views, a property of states looks at. */
final class Sight {
  private record Look(int slot, Projection projection) {}

  private Set<Look> looks;
  private Projection[][] through = {};
  private boolean[] whole = {};

  /** Adds what one run of the property has read. */
  void add(List<Tracer.Read> reads) {
    Set<Look> seen = new HashSet<>();
    reads.forEach(read -> seen.add(new Look(read.slot(), read.projection())));
    if (looks == null) {
      looks = seen;
      seen.forEach(this::note);
    } else if (!looks.equals(seen)) {
      throw new Wanders();
    }
  }

  private void note(Look look) {
    if (look.slot() >= through.length) {
      through = Arrays.copyOf(through, look.slot() + 1);
      whole = Arrays.copyOf(whole, look.slot() + 1);
    }
    Projection[] known = through[look.slot()] == null ? new Projection[0] : through[look.slot()];
    if (look.projection() == null) {
      whole[look.slot()] = true;
    } else {
      known = Arrays.copyOf(known, known.length + 1);
      known[known.length - 1] = look.projection();
    }
    through[look.slot()] = known;
  }

  /** Whether a change of a place may change what is seen. */
  boolean sees(int slot, int from, int to) {
    if (from == to || slot >= through.length || through[slot] == null) {
      return false;
    }
    if (whole[slot]) {
      return true;
    }
    for (Projection projection : through[slot]) {
      if (projection.of(from) != projection.of(to)) {
        return true;
      }
    }
    return false;
  }

  /** The property looks elsewhere in another state, so that nothing is known to be out of sight. */
  static final class Wanders extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wanders() {
      super("a property that does not look at the same places in every state", null, false, false);
    }
  }
}
