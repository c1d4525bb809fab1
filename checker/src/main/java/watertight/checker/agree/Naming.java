package watertight.checker.agree;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which atom stands for which object of the model: one for one. */
final class Naming {
  private final Map<Object, String> atoms = new HashMap<>();
  private final Map<String, Object> objects = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** From now on {@code atom} stands for {@code object}. */
  void give(String atom, Object object) {
    if (atoms.putIfAbsent(object, atom) != null || objects.putIfAbsent(atom, object) != null) {
      throw new IllegalStateException(atom + " or " + object + " has a counterpart already");
    }
  }

  /** The atom for an object, made if there is none yet. */
  String atom(Object object, String signature) {
    String known = atoms.get(object);
    if (known != null) {
      return known;
    }
    String atom = signature + "$" + counts.merge(signature, 1, Integer::sum);
    give(atom, object);
    return atom;
  }

  /** The atom for an object, or null. */
  @Nullable String known(Object object) {
    return atoms.get(object);
  }

  /** The object behind an atom, or null. */
  @Nullable Object object(String atom) {
    return objects.get(atom);
  }
}
