package watertight.checker.explore;

import java.util.HashMap;
import java.util.Map;
import watertight.model.View;

/** The views that rules have used, each with its table. */
final class Projections {
  private record Key(ValueTable table, View<Object, Object> view) {}

  private final Map<Key, Projection> known = new HashMap<>();

  Projection of(ValueTable table, View<Object, Object> view) {
    return known.computeIfAbsent(
        new Key(table, view), key -> new Projection(known.size() + 1, table, view));
  }
}
