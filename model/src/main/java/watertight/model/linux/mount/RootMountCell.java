package watertight.model.linux.mount;

import java.util.function.Consumer;
import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;

/** The mount at the root of the world's own mount namespace. */
public record RootMountCell() implements Cell<RootMountCell.RootMount> {
  /**
   * The reference as a value.
   *
   * @param mount the mount
   */
  public record RootMount(Mount mount) implements Referring<RootMount> {
    @Override
    public void eachRef(Consumer<Ref> visitor) {
      visitor.accept(mount);
    }

    @Override
    public RootMount renamed(Renaming renaming) {
      return new RootMount(renaming.of(mount));
    }
  }
}
