package watertight.checker.conform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.world.World;
import watertight.properties.linux.call.Rehearsal;
import watertight.properties.linux.call.Run.By;

/**
 * What is put to the model and the kernel.
 *
 * @param world the start
 * @param calls who calls what, in order
 * @param rehearsal how that went in a model, where one has been through it already
 */
public record Trial(World world, List<By> calls, @Nullable Rehearsal rehearsal) {
  public Trial {
    calls = List.copyOf(calls);
  }

  /** One that no model has been through. */
  public Trial(World world, List<By> calls) {
    this(world, calls, null);
  }
}
