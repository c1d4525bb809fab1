package watertight.checker.text;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.model.Guard;
import watertight.model.linux.world.World;

/**
 * A trace with expectations.
 *
 * @param name what it shows, in plain words
 * @param claim the claim that it is about, such as {@code chroot/dotdot-is-root}
 * @param source where the expectations come from
 * @param without the guards that are taken away
 * @param world the start state; its {@code rules} lines change the settings
 * @param steps the run
 */
public record Litmus(
    String name,
    Optional<String> claim,
    Optional<String> source,
    Set<Guard> without,
    World world,
    List<LitmusStep> steps) {
  public Litmus {
    without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
    steps = List.copyOf(steps);
  }
}
