package watertight.model.linux.scenario;

import watertight.model.linux.task.Task;

/** What the searched parties are after. */
public sealed interface Goal {
  /** The party whose gain it is. */
  String party();

  /** The goal in the notation of scenarios. */
  String text();

  /** Gets the content of a file, or a descriptor that is open for reading it. */
  record Reads(String party, String path) implements Goal {
    @Override
    public String text() {
      return party + " reads \"" + path + "\"";
    }
  }

  /** Gets a descriptor that is open for writing a file. */
  record Writes(String party, String path) implements Goal {
    @Override
    public String text() {
      return party + " writes \"" + path + "\"";
    }
  }

  /** Does something to a task, or to what it sees. */
  record Upon(String party, Deed deed, Task victim) implements Goal {
    @Override
    public String text() {
      return party + " " + deed.text() + " " + victim.letter();
    }
  }

  /** What can be done to a task. */
  enum Deed {
    /** Gives it a signal, but for SIGCHLD and the exit signal that it chose for a child. */
    SIGNALS("signals"),
    /** Opens the directory of its descriptors, or the file of a PID namespace not one's own. */
    TRACES("traces"),
    /** Lives when it, the init of a PID namespace, has ended. */
    OUTLIVES("outlives"),
    /** Changes the host name that it sees. */
    RENAMES("changes hostname of");

    private final String text;

    Deed(String text) {
      this.text = text;
    }

    /** In the notation of scenarios. */
    public String text() {
      return text;
    }
  }

  /** The predicate of the scenario's own claim is broken. */
  record BreaksClaim(String party, String claim) implements Goal {
    @Override
    public String text() {
      return party + " breaks " + claim;
    }
  }
}
