package watertight.model.linux.path;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * A dentry of a file system that stores its tree, such as tmpfs.
 *
 * @param id its number
 */
public record TreeDentry(int id) implements Dentry, Ref {
  @Override
  public Kind kind() {
    return Kind.DENTRY;
  }

  @Override
  public TreeDentry withId(int id) {
    return new TreeDentry(id);
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
