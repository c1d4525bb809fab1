package watertight.checker.conform;

import java.util.List;
import watertight.model.linux.world.World;
import watertight.properties.linux.call.Run.By;

/**
 * What is put to the model and the kernel.
 *
 * @param world the start
 * @param calls who calls what, in order
 */
public record Trial(World world, List<By> calls) {
  public Trial {
    calls = List.copyOf(calls);
  }
}
