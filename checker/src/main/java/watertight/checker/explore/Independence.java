package watertight.checker.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.model.Cell;
import watertight.model.Family;
import watertight.model.Footprint;
import watertight.model.Machine;

/**
 * Which steps touch nothing that any other party may ever touch in a way that matters. Such a step
 * of a party with a single action is a persistent set of its own (Godefroid, Partial-Order Methods
 * for the Verification of Concurrent Systems, LNCS 1032, 1996, chapter 4).
 */
final class Independence<A> {
  private final Slots slots;
  private final List<Optional<Footprint>> footprints = new ArrayList<>();
  private final List<Set<Cell<?>>> writtenByOthers = new ArrayList<>();
  private final List<Set<Cell<?>>> touchedByOthers = new ArrayList<>();
  private final boolean known;

  Independence(Machine<A> machine, Slots slots, boolean wanted) {
    this.slots = slots;
    List<Family<A>> families = machine.families();
    if (wanted) {
      families.forEach(family -> footprints.add(machine.footprint(family)));
    }
    this.known =
        wanted
            && footprints.stream().allMatch(Optional::isPresent)
            && families.stream().allMatch(family -> family.domains().isEmpty());
    for (int family = 0; known && family < families.size(); family++) {
      addOthers(family);
    }
  }

  private void addOthers(int family) {
    Set<Cell<?>> written = new HashSet<>();
    Set<Cell<?>> touched = new HashSet<>();
    for (int other = 0; other < footprints.size(); other++) {
      if (other != family) {
        written.addAll(footprints.get(other).orElseThrow().writes());
        touched.addAll(footprints.get(other).orElseThrow().reads());
      }
    }
    touched.addAll(written);
    writtenByOthers.add(written);
    touchedByOthers.add(touched);
  }

  /** Whether every party has said what it may touch, and has one action at a time. */
  boolean isKnown() {
    return known;
  }

  /**
   * Whether a step is independent of all that other parties can do from there, in any number of
   * steps.
   *
   * @throws IllegalStateException when the step touches what its party did not say
   */
  boolean isLocal(int family, List<Tracer.Read> reads, int[] written) {
    if (!known) {
      return false;
    }
    Footprint said = footprints.get(family).orElseThrow();
    boolean local = true;
    for (Tracer.Read read : reads) {
      Cell<?> cell = slots.cell(read.slot());
      mustBe(said.reads().contains(cell), cell);
      local &= !writtenByOthers.get(family).contains(cell);
    }
    for (int slot : written) {
      Cell<?> cell = slots.cell(slot);
      mustBe(said.writes().contains(cell), cell);
      local &= !touchedByOthers.get(family).contains(cell);
    }
    return local;
  }

  private static void mustBe(boolean said, Cell<?> cell) {
    if (!said) {
      throw new IllegalStateException("a step touches what its party did not say: " + cell);
    }
  }
}
