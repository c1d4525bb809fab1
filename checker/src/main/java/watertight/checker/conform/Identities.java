package watertight.checker.conform;

import java.util.HashMap;
import java.util.Map;
import watertight.model.linux.Reply;

/**
 * Which object of the kernel is which of the model, as stat has told so far. An object of a stored
 * tree has one identity all its life. One of procfs may get another whenever the kernel makes it
 * anew, and every mount of procfs has its own; but no identity stands for two objects.
 */
final class Identities {
  private final Map<Object, Reply.Identity> model = new HashMap<>();
  private final Map<Reply.Identity, Object> kernel = new HashMap<>();

  /** Whether both may be the same object, given what is known; they are from then on. */
  boolean same(Reply.Identity ours, Object theirs) {
    Reply.Identity known = model.putIfAbsent(theirs, ours);
    if (known != null && !known.equals(ours)) {
      return false;
    }
    if (ours instanceof Reply.Identity.Made) {
      return true;
    }
    Object other = kernel.putIfAbsent(ours, theirs);
    return other == null || other.equals(theirs);
  }
}
