package watertight.checker.text.sgx;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watertight.model.Guard;
import watertight.model.enclave.sgx.World;

/**
 * A run of the SGX machine with expectations.
 *
 * @param name what it shows, in plain words
 * @param claim the claim that it is about
 * @param source where the expectations come from
 * @param without the guards that are taken away
 * @param world what there is
 * @param steps the run
 */
public record SgxLitmus(
    String name,
    Optional<String> claim,
    Optional<String> source,
    Set<Guard> without,
    World world,
    List<SgxStep> steps) {
  /** The name in the line {@code machine}. */
  public static final String MACHINE = "sgx";

  public SgxLitmus {
    without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
    steps = List.copyOf(steps);
  }
}
