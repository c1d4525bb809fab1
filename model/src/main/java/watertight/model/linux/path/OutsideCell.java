package watertight.model.linux.path;

import java.util.function.Consumer;
import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;

/** The objects outside the world that its tasks are born with. */
public record OutsideCell() implements Cell<OutsideCell.Outside> {
  /**
   * The objects.
   *
   * @param exe the program that every task runs
   * @param device the character device behind descriptors 0, 1 and 2
   */
  public record Outside(Path exe, Path device) implements Referring<Outside> {
    @Override
    public void eachRef(Consumer<Ref> visitor) {
      exe.eachRef(visitor);
      device.eachRef(visitor);
    }

    @Override
    public Outside renamed(Renaming renaming) {
      return new Outside(exe.renamed(renaming), device.renamed(renaming));
    }
  }
}
