package watertight.checker.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import watertight.properties.schedule.Pick;

/**
 * Moves that have changed a state before. Most moves are refused in most states; what worked once,
 * or nearly that, is more likely to work again.
 */
final class Learned {
  private static final int MOST = 2_000;

  private final Map<Integer, List<Pick>> byFamily = new HashMap<>();
  private final Set<Pick> known = new HashSet<>();

  /** A move has changed a state. */
  void add(Pick pick) {
    if (known.size() < MOST && known.add(pick)) {
      byFamily.computeIfAbsent(pick.family(), family -> new ArrayList<>()).add(pick);
    }
  }

  /**
   * One time in two {@code drawn} itself, else a move that worked, or that with one new argument.
   */
  Pick vary(Pick drawn, Random random) {
    List<Pick> worked = byFamily.get(drawn.family());
    if (worked == null || random.nextBoolean()) {
      return drawn;
    }
    Pick again = worked.get(random.nextInt(worked.size()));
    if (again.choice().isEmpty() || random.nextBoolean()) {
      return again;
    }
    int domain = random.nextInt(again.choice().size());
    return again.with(domain, drawn.choice().get(domain));
  }
}
