package watertight.properties.linux.call;

import org.jspecify.annotations.Nullable;
import watertight.model.linux.Syscall;
import watertight.properties.linux.world.DrawnWorld;

/** A call that was drawn before the world was: it says which of the world's names it takes. */
@FunctionalInterface
interface Draft {
  /** The call in a world. */
  Syscall in(DrawnWorld world);

  /** A path argument that was drawn before the world was. */
  @FunctionalInterface
  interface Name {
    /** The path in a world. */
    @Nullable String in(DrawnWorld world);
  }
}
