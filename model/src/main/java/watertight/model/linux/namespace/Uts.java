package watertight.model.linux.namespace;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * A UTS namespace (struct uts_namespace).
 *
 * @param id its number
 */
public record Uts(int id) implements Namespace {
  @Override
  public Kind kind() {
    return Kind.UTS;
  }

  @Override
  public Uts withId(int id) {
    return new Uts(id);
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
