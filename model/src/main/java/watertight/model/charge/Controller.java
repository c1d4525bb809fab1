package watertight.model.charge;

import java.util.ArrayList;
import java.util.List;

/** Which controller charges. */
public enum Controller {
  /**
   * mm/page_counter.c: every level up to the root; a refused charge is first subtracted where it
   * failed, then from the leaf up to there.
   */
  MEMORY {
    @Override
    List<Group> levels(Groups groups, Group from) {
      return groups.upFrom(from);
    }

    @Override
    List<Group> undo(List<Group> below, Group failed, boolean atFailing) {
      List<Group> order = new ArrayList<>();
      if (atFailing) {
        order.add(failed);
      }
      order.addAll(below);
      return order;
    }
  },
  /**
   * kernel/cgroup/pids.c: the root is not charged; a refused fork is undone from the leaf up, the
   * failing level last.
   */
  PIDS {
    @Override
    List<Group> levels(Groups groups, Group from) {
      List<Group> up = groups.upFrom(from);
      return up.subList(0, up.size() - 1);
    }

    @Override
    List<Group> undo(List<Group> below, Group failed, boolean atFailing) {
      List<Group> order = new ArrayList<>(below);
      if (atFailing) {
        order.add(failed);
      }
      return order;
    }
  };

  /** The groups that a charge to {@code from} is charged to, leaf first. */
  abstract List<Group> levels(Groups groups, Group from);

  /** The order in which a refused charge is taken back. */
  abstract List<Group> undo(List<Group> below, Group failed, boolean atFailing);
}
