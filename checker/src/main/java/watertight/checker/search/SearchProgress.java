package watertight.checker.search;

import watertight.checker.explore.Limits;

/** How far a search has come, in words. */
final class SearchProgress {
  private volatile Limits.Sighting last = new Limits.Sighting(0, 0, 0);

  void see(Limits.Sighting sighting) {
    last = sighting;
  }

  String text() {
    return "depth %d, %,d states".formatted(last.depth(), last.states());
  }
}
