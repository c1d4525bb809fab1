package watertight.checker.agree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kodkod.ast.Formula;
import kodkod.ast.Relation;
import kodkod.engine.Solution;
import kodkod.engine.Solver;
import kodkod.instance.Bounds;
import kodkod.instance.Instance;
import kodkod.instance.Tuple;
import kodkod.instance.TupleFactory;
import kodkod.instance.TupleSet;
import kodkod.instance.Universe;
import org.jspecify.annotations.Nullable;
import watertight.checker.alloy.Columns;

/** The pairs of states, within a size, of which a question is true: one after another. */
final class Enumeration {
  private static final int SYMMETRY = 20;

  /**
   * An instance.
   *
   * @param pair the states
   * @param arguments what the question is asked of
   */
  record Found(StatePair pair, List<String> arguments) {
    Found {
      arguments = List.copyOf(arguments);
    }
  }

  private final Spec spec;
  private final Spec.Question question;
  private final Bounds bounds;
  private final Facts atoms;
  private final Iterator<Solution> solutions;
  private boolean isExhausted;

  /**
   * @param sizes how many atoms each signature has that has any number
   * @param seed where the guesses start
   */
  Enumeration(Spec spec, Spec.Question question, Map<String, Integer> sizes, long seed) {
    this.spec = spec;
    this.question = question;
    this.atoms = new Facts();
    sizes.forEach((s, n) -> java.util.stream.IntStream.range(0, n).forEach(i -> atom(s, i)));
    spec.columns().singletons().forEach(s -> atoms.add(s, s));
    Universe universe = new Universe(atoms.universe());
    this.bounds = new Bounds(universe);
    spec.columns().empty().forEach(r -> bounds.bound(r, universe.factory().noneOf(r.arity())));
    spec.columns().all().forEach(this::bound);
    List<Formula> all = new ArrayList<>(List.of(spec.declared(), question.formula()));
    for (int i = 0; i < question.arguments().size(); i++) {
      Relation argument = question.arguments().get(i);
      bounds.bound(argument, product(universe.factory(), List.of(question.sorts().get(i))));
      all.add(argument.one());
    }
    Solver solver = new Solver();
    solver.options().setSolver(new RandomSolver(seed));
    solver.options().setSymmetryBreaking(SYMMETRY);
    this.solutions = solver.solveAll(Formula.and(all), bounds);
  }

  private void atom(String signature, int number) {
    atoms.add(signature, signature + "$" + number);
  }

  private void bound(Columns.Column column) {
    TupleFactory tuples = bounds.universe().factory();
    if (spec.columns().signatures().contains(column.name())) {
      bounds.boundExactly(column.relation(), own(tuples, column.name()));
      return;
    }
    TupleSet upper = tuples.noneOf(column.relation().arity());
    for (List<String> shape : column.sorts()) {
      upper.addAll(product(tuples, shape.subList(column.skipped(), shape.size())));
    }
    bounds.bound(column.relation(), upper);
    if (column.twin() != null) {
      bounds.bound(column.twin(), upper);
    }
  }

  private TupleSet own(TupleFactory tuples, String signature) {
    TupleSet set = tuples.noneOf(1);
    atoms.atoms(signature).forEach(atom -> set.add(tuples.tuple(atom)));
    return set;
  }

  private TupleSet product(TupleFactory tuples, List<String> sorts) {
    TupleSet product = null;
    for (String sort : sorts) {
      TupleSet column = tuples.noneOf(1);
      spec.columns().atoms(atoms::atoms, sort).forEach(atom -> column.add(tuples.tuple(atom)));
      product = product == null ? column : product.product(column);
    }
    return Objects.requireNonNull(product);
  }

  /** The next instance, or null when there is no other. */
  @Nullable Found next() {
    while (solutions.hasNext()) {
      Solution solution = solutions.next();
      if (solution.sat()) {
        return found(solution.instance());
      }
    }
    isExhausted = true;
    return null;
  }

  /** Whether there is no other instance of this size. */
  boolean isExhausted() {
    return isExhausted;
  }

  private Found found(Instance instance) {
    Facts before = new Facts();
    Facts after = new Facts();
    for (Columns.Column column : spec.columns().all()) {
      copy(instance, column, column.relation(), before);
      if (column.twin() != null) {
        copy(instance, column, column.twin(), after);
      }
    }
    List<String> arguments =
        question.arguments().stream()
            .map(a -> String.valueOf(instance.tuples(a).iterator().next().atom(0)))
            .collect(Collectors.toList());
    return new Found(new StatePair(before, after), arguments);
  }

  private void copy(Instance instance, Columns.Column column, Relation relation, Facts to) {
    TupleSet rows =
        instance.contains(relation) ? instance.tuples(relation) : bounds.lowerBound(relation);
    for (Tuple row : rows) {
      String[] all = new String[column.skipped() + row.arity()];
      for (int i = 0; i < column.skipped(); i++) {
        all[i] = column.sorts().get(0).get(i);
      }
      for (int i = 0; i < row.arity(); i++) {
        all[column.skipped() + i] = String.valueOf(row.atom(i));
      }
      to.add(column.name(), all);
    }
  }
}
