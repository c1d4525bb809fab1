package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import kodkod.ast.Expression;
import kodkod.ast.Relation;
import kodkod.engine.Evaluator;
import kodkod.instance.Tuple;
import kodkod.instance.TupleSet;

/** Reads an instance whose states are laid out: the states, and the events between them. */
final class StateDecoder {
  private final Columns columns;
  private final Unrolling unrolling;
  private final Evaluator evaluator;
  private final Function<String, Optional<Operands>> operands;
  private final Function<Operands, Expression> translated;

  /**
   * @param evaluator of the instance
   * @param operands those of a call
   * @param translated what Alloy makes of them
   */
  StateDecoder(
      Columns columns,
      Unrolling unrolling,
      Evaluator evaluator,
      Function<String, Optional<Operands>> operands,
      Function<Operands, Expression> translated) {
    this.columns = columns;
    this.unrolling = unrolling;
    this.evaluator = evaluator;
    this.operands = operands;
    this.translated = translated;
  }

  Counterexample decode() {
    List<AlloyState> states = new ArrayList<>();
    List<AlloyStep> steps = new ArrayList<>();
    for (int state = 0; state < unrolling.states().size(); state++) {
      states.add(state(unrolling.states().get(state)));
      step(state, states.getLast()).ifPresent(steps::add);
    }
    boolean endless = steps.size() == states.size();
    return new Counterexample(
        states, steps, endless ? OptionalInt.of(returnsTo()) : OptionalInt.empty());
  }

  private int returnsTo() {
    List<Relation> returns = unrolling.returns();
    for (int state = 0; state < returns.size(); state++) {
      if (!evaluator.evaluate(returns.get(state)).isEmpty()) {
        return state;
      }
    }
    return unrolling.states().size() - 1;
  }

  private AlloyState state(Map<Relation, Relation> now) {
    Map<String, Set<List<String>>> relations = new TreeMap<>();
    for (Columns.Column column : columns.all()) {
      relations.put(column.name(), rows(column, now));
    }
    for (String signature : columns.signatures()) {
      Set<List<String>> atoms = new LinkedHashSet<>();
      columns
          .atoms(name -> own(name, now), signature)
          .forEach(atom -> atoms.add(List.of(numbered(atom))));
      relations.put(signature, atoms);
    }
    return new AlloyState(relations);
  }

  private List<String> own(String signature, Map<Relation, Relation> now) {
    Columns.Column column = columns.named(signature);
    return column == null ? List.of() : rows(column, now).stream().map(List::getFirst).toList();
  }

  private Set<List<String>> rows(Columns.Column column, Map<Relation, Relation> now) {
    List<String> owner =
        column.sorts().getFirst().subList(0, column.skipped()).stream()
            .map(StateDecoder::numbered)
            .toList();
    TupleSet stored = evaluator.evaluate(now.getOrDefault(column.relation(), column.relation()));
    Set<List<String>> rows = new LinkedHashSet<>();
    for (List<String> row : rows(stored)) {
      List<String> whole = new ArrayList<>(owner);
      whole.addAll(row);
      rows.add(List.copyOf(whole));
    }
    return rows;
  }

  private Optional<AlloyStep> step(int number, AlloyState state) {
    if (!state.relations().containsKey("who") || state.tuples("who").isEmpty()) {
      return Optional.empty();
    }
    String task = state.tuples("who").iterator().next().getLast();
    String call = AlloyNames.kind(state.tuples("what").iterator().next().getLast());
    List<Map<String, String>> made =
        operands
            .apply(call)
            .map(each -> each.named(rows(evaluated(number, translated.apply(each)))))
            .orElse(List.of());
    return Optional.of(new AlloyStep(number + 1, task, call, made));
  }

  private TupleSet evaluated(int state, Expression expression) {
    return evaluator.evaluate(unrolling.at(state, expression));
  }

  private static List<List<String>> rows(TupleSet set) {
    List<List<String>> rows = new ArrayList<>();
    for (Tuple tuple : set) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < tuple.arity(); i++) {
        row.add(numbered(String.valueOf(tuple.atom(i))));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The name that Alloy gives to the only atom of a signature. */
  private static String numbered(String atom) {
    return atom.contains("$") ? atom : atom + "$0";
  }
}
