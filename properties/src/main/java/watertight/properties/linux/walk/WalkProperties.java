package watertight.properties.linux.walk;

import static watertight.model.linux.path.PathChoices.ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT;
import static watertight.model.linux.path.PathChoices.DOTDOT_AT_MOUNT_ROOT_CROSSES;
import static watertight.model.linux.path.PathChoices.DOTDOT_STOPS_AT_ROOT;
import static watertight.model.linux.path.PathGates.PATH_MUST_STAY_CONNECTED;
import static watertight.model.linux.path.PathGates.SCOPED_WALK_ENDS_INSIDE;
import static watertight.model.linux.path.PathGates.SYMLINK_LIMIT;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Reporter;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.model.linux.path.PathChoices;
import watertight.properties.linux.walk.WalkClaims.Claim;
import watertight.properties.linux.walk.WalkExhaustion.Outcome;

/**
 * Every walk in every small world keeps the claims, and breaks one when a guard is away. With
 * {@code -Dwatertight.walks.entries=3 -Dwatertight.walks.length=5} the worlds and paths are larger
 * than the two entries and four components that suffice to break each guard; {@code
 * -Dwatertight.walks.print=true} prints how many there were.
 */
class WalkProperties {
  private static final Set<Claim> CLAIMS = EnumSet.allOf(Claim.class);
  private static final int ENTRIES = Integer.getInteger("watertight.walks.entries", 2);
  private static final int LENGTH = Integer.getInteger("watertight.walks.length", 4);
  private static final WalkExhaustion ALL =
      new WalkExhaustion(new SmallWorlds(ENTRIES, SmallWorlds.FEW_TARGETS), LENGTH, CLAIMS);

  @Property(generation = GenerationMode.EXHAUSTIVE)
  boolean everyWalkIsConfinedAndEnds(
      @ForAll("worlds") SmallWorld world, @ForAll Confinement confinement) {
    return WalkClaims.check(world, confinement, Rules.LINUX, 3, CLAIMS).broken().isEmpty();
  }

  @Provide
  Arbitrary<SmallWorld> worlds() {
    return new SmallWorlds(2, SmallWorlds.FEW_TARGETS).worlds();
  }

  @Example
  boolean allWalksKeepTheClaims(Reporter reporter) {
    long start = System.nanoTime();
    Outcome outcome = ALL.run(Rules.LINUX, () -> false);
    if (Boolean.getBoolean("watertight.walks.print")) {
      double seconds = (System.nanoTime() - start) / 1e9;
      double perSecond = outcome.walks() / seconds;
      reporter.publishValue("walks", "%s, %,.0f walks/s".formatted(outcome, perSecond));
    }
    return outcome.complete() && outcome.broken().isEmpty() && outcome.arrivals() > 0;
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  boolean withoutAGuardSomeWalkBreaksItsClaim(@ForAll("twins") Tuple2<Set<Guard>, Claim> twin) {
    Rules rules = Rules.LINUX.with(Guards.all().without(twin.get1()));
    return ALL.run(rules, () -> false)
        .broken()
        .filter(broken -> broken.claim() == twin.get2())
        .isPresent();
  }

  @Provide
  Arbitrary<Tuple2<Set<Guard>, Claim>> twins() {
    return Arbitraries.of(
        twin(Claim.DOTDOT_IS_ROOT, DOTDOT_STOPS_AT_ROOT),
        twin(Claim.LOOKUP_CONFINED, ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT),
        twin(Claim.LOOKUP_CONFINED, DOTDOT_AT_MOUNT_ROOT_CROSSES, PATH_MUST_STAY_CONNECTED),
        twin(Claim.LOOKUP_CONFINED, PATH_MUST_STAY_CONNECTED),
        twin(Claim.LOOKUP_CONFINED, PathChoices.RESOLVE_IN_ROOT),
        twin(Claim.LOOKUP_CONFINED, PathChoices.RESOLVE_BENEATH),
        twin(Claim.LOOKUP_CONFINED, SCOPED_WALK_ENDS_INSIDE),
        twin(Claim.SYMLINKS_END, SYMLINK_LIMIT));
  }

  private static Tuple2<Set<Guard>, Claim> twin(Claim claim, Guard... away) {
    return Tuple.of(Set.of(away), claim);
  }

  @Example
  boolean withoutCrossingAloneNoWalkLeavesTheRoot() {
    Rules rules = Rules.LINUX.with(Guards.all().without(DOTDOT_AT_MOUNT_ROOT_CROSSES));
    return ALL.run(rules, () -> false).broken().isEmpty();
  }
}
