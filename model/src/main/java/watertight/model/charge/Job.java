package watertight.model.charge;

/** One thing that a task is to do; most take several atomic steps. */
public sealed interface Job {
  /** Charge pages to the group that the task is in then; what was granted is held. */
  record Charge(int pages) implements Job {
    @Override
    public String toString() {
      return "charge " + pages;
    }
  }

  /** Give back what was charged first and is still held; nothing when nothing is held. */
  record Uncharge() implements Job {
    @Override
    public String toString() {
      return "uncharge";
    }
  }

  /** Lower or raise a limit as page_counter_set_max does (v1 memory.limit_in_bytes). */
  record SetLimit(Group group, int max) implements Job {
    @Override
    public String toString() {
      return "set-limit " + group + " " + Groups.shown(max);
    }
  }

  /** Put a limit whatever the usage (pids.max, and in the end v2 memory.max). */
  record PutLimit(Group group, int max) implements Job {
    @Override
    public String toString() {
      return "put-limit " + group + " " + Groups.shown(max);
    }
  }

  /** Go to another group; what is held stays where it was charged. */
  record MoveTo(Group group) implements Job {
    @Override
    public String toString() {
      return "move " + group;
    }
  }

  /** Remove a group that no task is in any more. */
  record Remove(Group group) implements Job {
    @Override
    public String toString() {
      return "remove " + group;
    }
  }
}
