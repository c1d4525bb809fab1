package watertight.checker.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watertight.model.Ref;

/**
 * The objects of a machine as small numbers: the kind in the high part, the object's number low.
 */
final class Objects {
  /** How many objects of one kind there can be. */
  static final int PER_KIND = 256;

  /** How many kinds there can be. */
  static final int KINDS = 16;

  static final int[] NONE = {};

  private final Map<Enum<?>, Integer> kinds = new HashMap<>();
  private final List<Enum<?>> byIndex = new ArrayList<>();

  /** The number that stands for {@code ref}. */
  int index(Ref ref) {
    Integer kind = kinds.get(ref.kind());
    if (kind == null) {
      kind = byIndex.size();
      if (kind == KINDS) {
        throw new ScopeTooLarge("more than " + KINDS + " kinds of objects");
      }
      kinds.put(ref.kind(), kind);
      byIndex.add(ref.kind());
    }
    if (ref.id() >= PER_KIND) {
      throw new ScopeTooLarge("more than " + PER_KIND + " objects of kind " + ref.kind());
    }
    return kind * PER_KIND + ref.id();
  }

  /** The number of an object within its kind. */
  int id(int index) {
    return index % PER_KIND;
  }

  static int kind(int index) {
    return index / PER_KIND;
  }
}
