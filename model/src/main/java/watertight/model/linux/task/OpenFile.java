package watertight.model.linux.task;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * An open file description (struct file), to which descriptors refer.
 *
 * @param id its number
 */
public record OpenFile(int id) implements Ref {
  @Override
  public Kind kind() {
    return Kind.FILE;
  }

  @Override
  public OpenFile withId(int id) {
    return new OpenFile(id);
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
