package watertight.model.charge;

import java.util.ArrayList;
import java.util.List;

/**
 * The hierarchy of groups; group 0 is the root.
 *
 * @param places where each group stands, in the order of their numbers
 */
public record Groups(List<Place> places) {
  /** The limit of a group that has none, "max". */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * Where a group stands.
   *
   * @param parent its parent, or null for the root
   * @param max its limit at the start
   */
  public record Place(Group parent, int max) {}

  public Groups {
    places = List.copyOf(places);
  }

  /** A limit as it is written. */
  public static String shown(int max) {
    return max == UNLIMITED ? "max" : Integer.toString(max);
  }

  /** Every group. */
  public List<Group> all() {
    List<Group> all = new ArrayList<>();
    for (int id = 0; id < places.size(); id++) {
      all.add(new Group(id));
    }
    return all;
  }

  /** The group above, or null. */
  public Group parent(Group group) {
    return places.get(group.id()).parent();
  }

  /** The limit of a group at the start. */
  public int max(Group group) {
    return places.get(group.id()).max();
  }

  /** The groups from {@code from} up to the root. */
  public List<Group> upFrom(Group from) {
    return between(from, null);
  }

  /** The groups from {@code from} up to and not including {@code until}. */
  public List<Group> between(Group from, Group until) {
    List<Group> chain = new ArrayList<>();
    for (Group at = from; at != null && !at.equals(until); at = parent(at)) {
      chain.add(at);
    }
    return List.copyOf(chain);
  }

  /** Whether {@code group} is {@code ancestor} or below it. */
  public boolean isWithin(Group group, Group ancestor) {
    return upFrom(group).contains(ancestor);
  }
}
