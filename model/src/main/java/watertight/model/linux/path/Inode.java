package watertight.model.linux.path;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * An inode of a file system that stores its tree.
 *
 * @param id its number within the model; what {@code st_ino} shows is its identity, not this number
 */
public record Inode(int id) implements Ref {
  @Override
  public Kind kind() {
    return Kind.INODE;
  }

  @Override
  public Inode withId(int id) {
    return new Inode(id);
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
