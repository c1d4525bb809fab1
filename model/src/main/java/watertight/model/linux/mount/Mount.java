package watertight.model.linux.mount;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * A mount.
 *
 * @param id its number
 */
public record Mount(int id) implements Ref {
  @Override
  public Kind kind() {
    return Kind.MOUNT;
  }

  @Override
  public Mount withId(int id) {
    return new Mount(id);
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
