package watertight.model.linux.scenario;

import java.util.function.Consumer;
import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.linux.path.Path;

/**
 * An object that a goal or a claim speaks of, by the name that it had at the start: names move,
 * objects stay.
 *
 * @param name the name, such as {@code /etc/motd}
 */
public record LabelCell(String name) implements Cell<LabelCell.Label> {
  /** The label of the root directory of a party's first task. */
  public static LabelCell rootOf(String party) {
    return new LabelCell("root of " + party);
  }

  /**
   * The object.
   *
   * @param path where it was found at the start
   */
  public record Label(Path path) implements Referring<Label> {
    @Override
    public void eachRef(Consumer<Ref> visitor) {
      path.eachRef(visitor);
    }

    @Override
    public Label renamed(Renaming renaming) {
      return new Label(path.renamed(renaming));
    }
  }
}
