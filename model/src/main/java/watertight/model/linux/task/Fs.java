package watertight.model.linux.task;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * An fs_struct, which tasks made with CLONE_FS share.
 *
 * @param id its number
 */
public record Fs(int id) implements Ref {
  @Override
  public Kind kind() {
    return Kind.FS;
  }

  @Override
  public Fs withId(int id) {
    return new Fs(id);
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
