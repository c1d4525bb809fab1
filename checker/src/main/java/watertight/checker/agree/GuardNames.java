package watertight.checker.agree;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.LinuxGuards;

/** The guards that a specification has; their names there are those of the model, joined. */
final class GuardNames {
  private GuardNames() {}

  /** The guards of the specification, as the model knows them. */
  static List<Guard> of(Spec spec) {
    return spec.columns().children("Guard").stream()
        .map(atom -> guard(atom).orElseThrow(() -> new IllegalStateException("no guard " + atom)))
        .toList();
  }

  /** The guard behind an atom. */
  static Optional<Guard> guard(String atom) {
    String name = atom.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return LinuxGuards.named(name);
  }

  /** The atoms of the guards that are taken away. */
  static List<String> atoms(Spec spec, Guards guards) {
    return spec.columns().children("Guard").stream()
        .filter(atom -> guard(atom).map(guard -> !guards.has(guard)).orElse(false))
        .toList();
  }
}
