package watertight.model;

import java.util.Set;

/**
 * What a party may ever touch, in any state: a bound that each of its steps must keep.
 *
 * @param reads the cells that it may look at
 * @param writes the cells that it may change
 */
public record Footprint(Set<Cell<?>> reads, Set<Cell<?>> writes) {
  public Footprint {
    reads = Set.copyOf(reads);
    writes = Set.copyOf(writes);
  }
}
