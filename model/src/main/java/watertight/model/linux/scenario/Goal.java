package watertight.model.linux.scenario;

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

  /** The predicate of the scenario's own claim is broken. */
  record BreaksClaim(String party, String claim) implements Goal {
    @Override
    public String text() {
      return party + " breaks " + claim;
    }
  }
}
