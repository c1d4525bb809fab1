package watertight.properties.linux.walk;

import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ExhaustiveGenerator;
import watertight.model.linux.Rules;
import watertight.properties.linux.walk.WalkClaims.Broken;
import watertight.properties.linux.walk.WalkClaims.Claim;

/**
 * Every walk in every small world, confined in each way. Must run inside a jqwik session.
 *
 * @param worlds the worlds
 * @param length the most components of a path
 * @param claims the claims that are checked
 */
public record WalkExhaustion(SmallWorlds worlds, int length, Set<Claim> claims) {
  public WalkExhaustion {
    claims = Set.copyOf(claims);
  }

  @Override
  public String toString() {
    return "every path of ≤ %d components in every world of ≤ %d entries"
        .formatted(length, worlds.entries());
  }

  /**
   * What came of it.
   *
   * @param tries how many worlds were walked, times the ways to confine a walk
   * @param walks how many paths were walked to their end
   * @param arrivals how many of them came to an object
   * @param complete whether that were all
   * @param broken the first walk that breaks a claim, its path as short as that world allows
   */
  public record Outcome(
      long tries, long walks, long arrivals, boolean complete, Optional<Broken> broken) {
    @Override
    public String toString() {
      String counts = "%,d tries, %,d walks, %,d of them arrive".formatted(tries, walks, arrivals);
      return counts + (complete ? "" : ", not all") + broken.map(b -> ", " + b).orElse("");
    }
  }

  /** Walks until a claim is broken, or {@code spent} says to stop, or all is walked. */
  public Outcome run(Rules rules, BooleanSupplier spent) {
    ExhaustiveGenerator<SmallWorld> all = worlds.worlds().exhaustive().orElseThrow();
    long tries = 0;
    long walks = 0;
    long arrivals = 0;
    for (SmallWorld world : all) {
      for (Confinement confinement : Confinement.values()) {
        if (spent.getAsBoolean()) {
          return new Outcome(tries, walks, arrivals, false, Optional.empty());
        }
        WalkClaims walked = WalkClaims.check(world, confinement, rules, length, claims);
        tries++;
        walks += walked.walks();
        arrivals += walked.arrivals();
        if (walked.broken().isPresent()) {
          return new Outcome(tries, walks, arrivals, false, shortest(world, confinement, rules));
        }
      }
    }
    return new Outcome(tries, walks, arrivals, true, Optional.empty());
  }

  private Optional<Broken> shortest(SmallWorld world, Confinement confinement, Rules rules) {
    Optional<Broken> broken = Optional.empty();
    for (int n = 1; broken.isEmpty(); n++) {
      broken = WalkClaims.check(world, confinement, rules, n, claims).broken();
    }
    return broken;
  }
}
