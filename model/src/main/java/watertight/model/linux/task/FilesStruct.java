package watertight.model.linux.task;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * A files_struct: the descriptors, which tasks made with CLONE_FILES share.
 *
 * @param id its number
 */
public record FilesStruct(int id) implements Ref {
  @Override
  public Kind kind() {
    return Kind.FILES;
  }

  @Override
  public FilesStruct withId(int id) {
    return new FilesStruct(id);
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
