package watertight.checker.text.machine;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.model.Guard;

/**
 * A run of a machine of its own with expectations.
 *
 * @param name what it shows, in plain words
 * @param claim the claim that it is about, such as {@code memory/never-overcharged}
 * @param source where the expectations come from
 * @param without the guards that are taken away
 * @param world what there is
 * @param steps the run
 */
public record MachineLitmus<W, S extends MachineStep>(
    String name,
    Optional<String> claim,
    Optional<String> source,
    Set<Guard> without,
    W world,
    List<S> steps) {
  public MachineLitmus {
    without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
    steps = List.copyOf(steps);
  }
}
