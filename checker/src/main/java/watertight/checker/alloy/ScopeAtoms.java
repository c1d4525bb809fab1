package watertight.checker.alloy;

import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.CommandScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kodkod.instance.TupleSet;
import kodkod.instance.Universe;

/**
 * The atoms that the scope of a command gives to each signature, where it gives a number of them to
 * each one that has no other number of its own.
 */
final class ScopeAtoms {
  private final Columns columns;
  private final Map<String, List<String>> own = new HashMap<>();
  private final Map<String, Boolean> exact = new HashMap<>();
  private final Universe universe;

  private ScopeAtoms(Columns columns, Map<String, CommandScope> scopes) {
    this.columns = columns;
    List<String> all = new ArrayList<>();
    for (String signature : columns.signatures()) {
      List<String> atoms = new ArrayList<>();
      CommandScope scope = scopes.get(signature);
      if (columns.singletons().contains(signature)) {
        all.add(signature);
      } else if (scope != null) {
        int others = columns.atoms(s -> List.of(), signature).size();
        for (int i = 0; i < scope.endingScope - others; i++) {
          atoms.add(signature + "$" + i);
        }
      }
      exact.put(signature, scope == null || scope.isExact);
      own.put(signature, atoms);
      all.addAll(atoms);
    }
    this.universe = new Universe(all);
  }

  /** The atoms of a command's scope, unless a signature has no number in it. */
  static Optional<ScopeAtoms> of(Command command, Columns columns) {
    Map<String, CommandScope> scopes = new HashMap<>();
    command.scope.forEach(scope -> scopes.put(AlloyNames.kind(scope.sig.label), scope));
    boolean isWhole =
        columns.signatures().stream()
            .allMatch(
                signature ->
                    columns.singletons().contains(signature)
                        || (columns.named(signature) == null) != scopes.containsKey(signature)
                            && isPlain(signature, scopes, columns));
    return isWhole ? Optional.of(new ScopeAtoms(columns, scopes)) : Optional.empty();
  }

  /** One that others extend has an exact number. */
  private static boolean isPlain(
      String signature, Map<String, CommandScope> scopes, Columns columns) {
    CommandScope scope = scopes.get(signature);
    return scope == null || scope.isExact || columns.children(signature).isEmpty();
  }

  Universe universe() {
    return universe;
  }

  /** One atom, whichever. */
  TupleSet any() {
    return universe.factory().setOf(universe.atom(0));
  }

  /** The rows that a relation has for certain. */
  TupleSet lower(Columns.Column column) {
    return columns.signatures().contains(column.name())
            && Objects.requireNonNull(exact.get(column.name()))
        ? upper(column)
        : universe.factory().noneOf(column.relation().arity());
  }

  /** The rows that a relation may have. */
  TupleSet upper(Columns.Column column) {
    if (columns.signatures().contains(column.name())) {
      return set(
          columns.singletons().contains(column.name())
              ? List.of(column.name())
              : Objects.requireNonNull(own.get(column.name())));
    }
    TupleSet upper = universe.factory().noneOf(column.relation().arity());
    for (List<String> shape : column.sorts()) {
      TupleSet product = null;
      for (String sort : shape.subList(column.skipped(), shape.size())) {
        TupleSet next = set(columns.atoms(s -> own.getOrDefault(s, List.of()), sort));
        product = product == null ? next : product.product(next);
      }
      upper.addAll(Objects.requireNonNull(product));
    }
    return upper;
  }

  private TupleSet set(Iterable<String> atoms) {
    TupleSet set = universe.factory().noneOf(1);
    atoms.forEach(atom -> set.add(universe.factory().tuple(atom)));
    return set;
  }
}
