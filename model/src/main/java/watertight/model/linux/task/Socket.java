package watertight.model.linux.task;

import watertight.model.Ref;
import watertight.model.linux.Kind;

/**
 * One end of a pair of connected UNIX sockets.
 *
 * @param id its number
 */
public record Socket(int id) implements Ref {
  @Override
  public Kind kind() {
    return Kind.SOCKET;
  }

  @Override
  public Socket withId(int id) {
    return new Socket(id);
  }

  @Override
  public int hashCode() {
    return Ref.hash(this);
  }
}
