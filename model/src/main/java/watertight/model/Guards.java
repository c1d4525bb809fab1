package watertight.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which guards are in force: all but those taken away.
 *
 * @param away the guards that are not in force
 */
public record Guards(Set<Guard> away) {
  private static final Guards ALL = new Guards(Set.of());

  public Guards {
    away = Set.copyOf(away);
  }

  /** Every guard in force. */
  public static Guards all() {
    return ALL;
  }

  /** As this, with {@code guards} taken away too. */
  public Guards without(Guard... guards) {
    return without(List.of(guards));
  }

  /** As this, with {@code guards} taken away too. */
  public Guards without(Collection<? extends Guard> guards) {
    Set<Guard> more = new LinkedHashSet<>(away);
    more.addAll(guards);
    return new Guards(more);
  }

  /** Whether {@code guard} is in force. */
  public boolean has(Guard guard) {
    return !away.contains(guard);
  }

  /** The names of the guards taken away, sorted. */
  public List<String> names() {
    return away.stream().map(Guard::id).sorted().toList();
  }

  @Override
  public String toString() {
    return away.isEmpty()
        ? "all guards"
        : names().stream().collect(Collectors.joining(", without "));
  }
}
