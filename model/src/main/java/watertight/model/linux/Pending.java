package watertight.model.linux;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.linux.path.PathWalk;

/**
 * A call that waits between two components of its path.
 *
 * @param call the call
 * @param walk how far its walk has come
 */
public record Pending(Syscall call, PathWalk walk) implements Referring<Pending> {
  @Override
  public void eachRef(Consumer<Ref> visitor) {
    walk.eachRef(visitor);
  }

  @Override
  public Pending renamed(Renaming renaming) {
    return new Pending(call, walk.renamed(renaming));
  }
}
