package watertight.checker.explore;

import watertight.model.Machine;
import watertight.model.Property;

/**
 * Visits every state of a machine within limits, breadth first. States of machines without objects
 * that fit into a word each are searched packed; all others in a tree store. A trace found with
 * partial-order reduction may be too long, and is searched again without.
 */
public final class Explorer {
  private static final int FIRST_CAPACITY = 64;
  private static final int GLANCE = 4096;

  private Explorer() {}

  /**
   * Searches for the shortest trace that breaks a property; among the shortest, for the first in
   * the order of actions.
   *
   * @param machine the machine
   * @param property what must hold
   * @param witness a property whose breaking shows that the search was about something; may be null
   * @param reductions what may stand for others
   * @param limits where to end
   */
  public static <A> Exploration<A> explore(
      Machine<A> machine,
      Property<A> property,
      Property<A> witness,
      Reductions reductions,
      Limits limits) {
    for (int capacity = FIRST_CAPACITY; ; capacity *= 2) {
      try {
        Slots touched = new Slots(capacity);
        try {
          PackedSearch<A> search =
              new PackedSearch<>(machine, property, witness, reductions, limits, touched);
          Exploration<A> found = search.run();
          return found.trace() != null && search.ordersStand()
              ? explore(machine, property, witness, reductions.keepingShortest(), limits)
              : found;
        } catch (Sight.Wanders e) {
          return explore(machine, property, witness, reductions.keepingShortest(), limits);
        } catch (Packing.TooWide e) {
          touched = new Slots(capacity);
        }
        Limits glance = limits.withStates(GLANCE);
        Exploration<A> first =
            new Search<>(machine, property, witness, reductions, glance, touched).run();
        if (first.states() < GLANCE) {
          return first;
        }
        Slots slots = new Slots(capacity);
        slots.lay(touched.bySort());
        return new Search<>(machine, property, witness, reductions, limits, slots).run();
      } catch (Slots.TooFewSlots e) {
        if (capacity >= 1 << 14) {
          throw new ScopeTooLarge("more than " + capacity + " cells");
        }
      }
    }
  }
}
