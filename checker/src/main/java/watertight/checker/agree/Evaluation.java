package watertight.checker.agree;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kodkod.ast.Relation;
import kodkod.engine.Evaluator;
import kodkod.instance.Instance;
import kodkod.instance.Tuple;
import kodkod.instance.TupleFactory;
import kodkod.instance.TupleSet;
import kodkod.instance.Universe;
import watertight.checker.alloy.Columns;

/** One pair of states against the predicates of a specification: evaluated, nothing is searched. */
final class Evaluation {
  private final Columns columns;
  private final Instance instance;
  private final TupleFactory tuples;

  Evaluation(Spec spec, StatePair pair) {
    this.columns = spec.columns();
    Set<String> atoms = new LinkedHashSet<>(pair.before().universe());
    atoms.addAll(pair.after().universe());
    atoms.addAll(columns.singletons());
    Universe universe = new Universe(atoms);
    this.tuples = universe.factory();
    this.instance = new Instance(universe);
    columns.empty().forEach(r -> instance.add(r, tuples.noneOf(r.arity())));
    for (Columns.Column column : columns.all()) {
      instance.add(column.relation(), rows(column, rowsOf(column, pair.before())));
      if (column.twin() != null) {
        instance.add(column.twin(), rows(column, pair.after().of(column.name())));
      }
    }
  }

  private Collection<Facts.Row> rowsOf(Columns.Column column, Facts facts) {
    return columns.singletons().contains(column.name())
        ? List.of(Facts.Row.of(column.name()))
        : facts.of(column.name());
  }

  private TupleSet rows(Columns.Column column, Collection<Facts.Row> rows) {
    TupleSet set = tuples.noneOf(column.relation().arity());
    for (Facts.Row row : rows) {
      set.add(tuple(row.atoms().subList(column.skipped(), row.atoms().size())));
    }
    return set;
  }

  private Tuple tuple(List<String> atoms) {
    return tuples.tuple(atoms.stream().map(Object.class::cast).collect(Collectors.toList()));
  }

  /** Whether the answer to a question is yes. */
  boolean holds(Spec.Question question, List<String> arguments) {
    return ask(instance, question, arguments);
  }

  /** Whether it is yes when one relation of the second state holds other rows. */
  boolean holdsWith(
      Spec.Question question, List<String> arguments, String relation, Collection<Facts.Row> rows) {
    Columns.Column column = java.util.Objects.requireNonNull(columns.named(relation));
    Instance other = instance.clone();
    other.add(java.util.Objects.requireNonNull(column.twin()), rows(column, rows));
    return ask(other, question, arguments);
  }

  /** The atoms in a set. */
  Set<String> members(Spec.Members members, List<String> arguments) {
    bind(instance, members.arguments(), arguments);
    Set<String> atoms = new TreeSet<>();
    for (Tuple tuple : new Evaluator(instance).evaluate(members.expression())) {
      atoms.add(String.valueOf(tuple.atom(0)));
    }
    return atoms;
  }

  private boolean ask(Instance about, Spec.Question question, List<String> arguments) {
    bind(about, question.arguments(), arguments);
    return new Evaluator(about).evaluate(question.formula());
  }

  private void bind(Instance about, List<Relation> parameters, List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      about.add(parameters.get(i), tuples.setOf(tuple(List.of(arguments.get(i)))));
    }
  }
}
