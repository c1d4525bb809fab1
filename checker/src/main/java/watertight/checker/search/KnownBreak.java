package watertight.checker.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import watertight.model.Claim;
import watertight.model.Guard;

/**
 * Where a trace is to be found: a scenario, and what must be away.
 *
 * @param scenario the scenario's name
 * @param away the guards to take away beside those of the scenario
 * @param steps the recorded length of the shortest trace, where there is a record
 */
public record KnownBreak(String scenario, Set<Guard> away, OptionalInt steps) {
  public KnownBreak {
    away = Set.copyOf(away);
  }

  /** The recorded breaks of a claim. */
  public static List<KnownBreak> ofClaim(Claim claim) {
    List<KnownBreak> breaks = new ArrayList<>();
    for (Claim.Check check : claim.checks()) {
      for (Claim.Twin twin : check.twins()) {
        breaks.add(new KnownBreak(check.scenario(), twin.away(), OptionalInt.of(twin.steps())));
      }
    }
    return breaks;
  }

  /** The recorded breaks for which all of {@code guards} are away, the fewest others first. */
  public static List<KnownBreak> without(Collection<Guard> guards) {
    List<KnownBreak> breaks = new ArrayList<>();
    Systems.claims().forEach(claim -> breaks.addAll(ofClaim(claim)));
    breaks.removeIf(one -> !one.away().containsAll(new LinkedHashSet<>(guards)));
    breaks.sort(Comparator.comparingInt(one -> one.away().size()));
    return breaks;
  }

  /** Every scenario of the guards' systems with them away, whether or not a break is recorded. */
  public static List<KnownBreak> anywhere(Collection<Guard> guards) {
    Set<String> scenarios = new LinkedHashSet<>();
    for (ClaimSystem system : Systems.all()) {
      if (system.guards().containsAll(guards)) {
        scenarios.addAll(Systems.scenarios(system));
      }
    }
    return scenarios.stream()
        .map(name -> new KnownBreak(name, new LinkedHashSet<>(guards), OptionalInt.empty()))
        .toList();
  }
}
