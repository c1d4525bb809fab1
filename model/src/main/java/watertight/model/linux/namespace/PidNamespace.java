package watertight.model.linux.namespace;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * A PID namespace (struct pid_namespace). Its number is given for good: numbers of processes, and
 * who may name whom, hang on it.
 *
 * @param id its number; 0 is the world's own
 */
public record PidNamespace(int id) implements Namespace {
  /** The one that the world's pid 1 is in. */
  public static final PidNamespace WORLD = new PidNamespace(0);

  @Override
  public Kind kind() {
    return Kind.PID_NAMESPACE;
  }

  @Override
  public PidNamespace withId(int id) {
    return new PidNamespace(id);
  }

  @Override
  public boolean isRenumbered() {
    return false;
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
