package watertight.model.linux.namespace;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * A mount namespace (struct mnt_namespace); what it holds stands in {@code mount}.
 *
 * @param id its number
 */
public record MountNamespace(int id) implements Namespace {
  @Override
  public Kind kind() {
    return Kind.MOUNT_NAMESPACE;
  }

  @Override
  public MountNamespace withId(int id) {
    return new MountNamespace(id);
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
