package watertight.model.charge;

import java.util.List;

/**
 * What a task has added to counters and has neither been granted nor given back there yet.
 *
 * @param pages how many, at each level
 * @param at where
 * @param doomed whether the charge was refused, or is being given back, so that all of it will go
 */
public record InFlight(int pages, List<Group> at, boolean doomed) {
  /** Nothing in flight. */
  public static final InFlight NOTHING = new InFlight(0, List.of(), false);

  public InFlight {
    at = List.copyOf(at);
  }

  /** How much of it is in a group's counter. */
  public int pagesAt(Group group) {
    return at.contains(group) ? pages : 0;
  }
}
