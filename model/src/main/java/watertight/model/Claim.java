package watertight.model;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A statement about isolation with exactly one expected verdict.
 *
 * @param name {@code system/claim}
 * @param statement what must hold, or what must break, in plain words
 * @param expected the verdict that the checker must reach
 * @param guards the checks that carry the claim
 * @param checks the scenarios that it is searched in, with what breaks it there
 * @param sources where the statement comes from
 */
public record Claim(
    String name,
    String statement,
    Expected expected,
    List<Guard> guards,
    List<Check> checks,
    List<String> sources) {
  /** What the checker must find. */
  public enum Expected {
    HOLDS,
    BROKEN;

    /** As reports write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A scenario of the claim.
   *
   * @param scenario its name below specs/scenarios, such as {@code chroot/lookup-confined}
   * @param twins which sets of guards must be away for the goal to be reached there, and in how
   *     many steps: the empty set for a claim that is broken
   */
  public record Check(String scenario, List<Twin> twins) {
    public Check {
      twins = List.copyOf(twins);
    }

    /** A scenario with its known breaks. */
    public static Check check(String scenario, Twin... twins) {
      return new Check(scenario, List.of(twins));
    }

    private boolean breaksWithout(Set<Guard> guards) {
      return twins.stream()
          .anyMatch(twin -> !twin.away().isEmpty() && guards.containsAll(twin.away()));
    }
  }

  /**
   * A known break.
   *
   * @param away a minimal set of guards whose absence reaches the goal
   * @param steps the length of the shortest trace
   */
  public record Twin(Set<Guard> away, int steps) {
    public Twin {
      away = Set.copyOf(away);
    }

    /** The shortest way to the goal without these guards has so many steps. */
    public static Twin twin(int steps, Guard... away) {
      return new Twin(Set.of(away), steps);
    }
  }

  public Claim {
    guards = List.copyOf(guards);
    checks = List.copyOf(checks);
    sources = List.copyOf(sources);
  }

  /** The guards that some known break takes away, in the order of the checks. */
  public static List<Guard> guardsOf(List<Check> checks) {
    Set<Guard> guards = new LinkedHashSet<>();
    checks.forEach(check -> check.twins().forEach(twin -> guards.addAll(twin.away())));
    return List.copyOf(guards);
  }

  /** The known breaks of all its scenarios. */
  public List<Twin> twins() {
    return checks.stream().flatMap(check -> check.twins().stream()).toList();
  }

  /** The scenarios, those first that are recorded to break without these guards. */
  public List<Check> checksFirst(Set<Guard> away) {
    return checks.stream()
        .sorted(Comparator.comparing((Check check) -> !check.breaksWithout(away)))
        .toList();
  }

  /** The part of the name before the slash. */
  public String system() {
    return name.substring(0, name.indexOf('/'));
  }
}
