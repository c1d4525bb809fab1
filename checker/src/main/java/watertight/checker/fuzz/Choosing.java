package watertight.checker.fuzz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import watertight.model.Cells;
import watertight.model.Domain;
import watertight.model.Family;
import watertight.model.Result;
import watertight.properties.schedule.Pick;
import watertight.properties.schedule.Schedules;

/**
 * Draws arguments several times and takes the one that does what was least often done. A domain's
 * key says what an argument does in a state: most paths of any length are refused, and most others
 * lead to the same few places.
 *
 * @param <A> the machine's actions
 */
final class Choosing<A> {
  private static final int FEWEST_DRAWS = 4;
  private static final int MOST_DRAWS = 40;
  private static final int VALUES_PER_DRAW = 16;
  private static final int MOST_KEYS = 100_000;

  private final List<Family<A>> families;
  private final Random random;
  private final Map<Does, Integer> taken = new HashMap<>();

  /** What an argument of a family does. */
  private record Does(int family, int domain, Object key) {
    boolean isRefused() {
      return key instanceof Result.Refused;
    }
  }

  Choosing(List<Family<A>> families, Random random) {
    this.families = families;
    this.random = random;
  }

  /** The pick with the better arguments. */
  Pick improve(Pick drawn, Cells cells) {
    Pick pick = drawn;
    List<Domain<?>> domains = families.get(drawn.family()).domains();
    for (int i = 0; i < domains.size(); i++) {
      int index = drawn.choice().get(i);
      int better = improve(drawn.family(), i, domains.get(i), index, cells);
      pick = better == index ? pick : pick.with(i, better);
    }
    return pick;
  }

  private <V> int improve(int family, int number, Domain<V> domain, int drawn, Cells cells) {
    if (domain.alike() == null) {
      return drawn;
    }
    int index = drawn;
    Does best = new Does(family, number, key(domain, index, cells));
    int draws = Math.clamp(domain.values().size() / VALUES_PER_DRAW, FEWEST_DRAWS, MOST_DRAWS);
    for (int i = 1; i < draws; i++) {
      int other = Schedules.index(domain, random);
      Does does = new Does(family, number, key(domain, other, cells));
      if (isBetter(does, best)) {
        best = does;
        index = other;
      }
    }
    if (taken.size() < MOST_KEYS || taken.containsKey(best)) {
      taken.merge(best, 1, Integer::sum);
    }
    return index;
  }

  private static <V> Object key(Domain<V> domain, int index, Cells cells) {
    return domain.alike().key(domain.values().get(index), cells);
  }

  private boolean isBetter(Does one, Does best) {
    return best.isRefused()
        ? !one.isRefused()
        : !one.isRefused() && taken.getOrDefault(one, 0) < taken.getOrDefault(best, 0);
  }
}
