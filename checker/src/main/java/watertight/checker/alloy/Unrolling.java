package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import kodkod.ast.BinaryTempFormula;
import kodkod.ast.Expression;
import kodkod.ast.Formula;
import kodkod.ast.Node;
import kodkod.ast.Relation;
import kodkod.ast.TempExpression;
import kodkod.ast.UnaryTempFormula;
import kodkod.ast.operator.TemporalOperator;

/**
 * Turns a formula about endless traces into one about a number of states, each with relations of
 * its own, the last of which leads back to one of them (bounded model checking). A trace of fewer
 * states, gone round once more, is one of these, so that nothing shorter is missed.
 *
 * <p>What a formula says of the past is read where a state is met first. That is the same for every
 * round of a state that stands still, and so the last state of such a trace leads to itself.
 */
final class Unrolling {
  private final int length;
  private final List<Map<Relation, Relation>> states = new ArrayList<>();
  private final List<Relation> returns = new ArrayList<>();
  private final List<At> at = new ArrayList<>();
  private final Map<Object, Node> known = new HashMap<>();
  private final Sharing sharing = new Sharing(known);

  /**
   * @param changing the relations that a step can change
   * @param length the number of states
   * @param comesToRest whether the last state leads to itself
   */
  Unrolling(Iterable<Relation> changing, int length, boolean comesToRest) {
    this.length = length;
    for (int state = 0; state < length; state++) {
      Map<Relation, Relation> relations = new HashMap<>();
      for (Relation relation : changing) {
        relations.put(relation, Relation.nary(relation.name() + "@" + state, relation.arity()));
      }
      states.add(relations);
      at.add(new At(state));
    }
    at.add(new At(length));
    for (int state = 0; state < length - 1 && !comesToRest; state++) {
      returns.add(Relation.unary("returns to " + state));
    }
  }

  /** The relations of each state. */
  List<Map<Relation, Relation>> states() {
    return states;
  }

  /** Which state follows the last: that of the first of these that is not empty, or the last. */
  List<Relation> returns() {
    return returns;
  }

  /** The formula, in the first state. */
  Formula first(Formula formula) {
    return formula.accept(sharing).accept(at.getFirst());
  }

  /** The expression, in a state. */
  Expression at(int state, Expression expression) {
    return expression.accept(sharing).accept(at.get(state));
  }

  /** The formula, in every state. */
  Formula everywhere(Formula formula) {
    Formula shared = formula.accept(sharing);
    return Formula.and(at.subList(0, length).stream().map(shared::accept).toList());
  }

  private Formula follows(int state) {
    Formula follows = state < returns.size() ? returns.get(state).some() : Formula.TRUE;
    for (Relation earlier : returns.subList(0, Math.min(state, returns.size()))) {
      follows = follows.and(earlier.no());
    }
    return returns.isEmpty() && state < length - 1 ? Formula.FALSE : follows;
  }

  /** Whether a state before this one comes again after it, being in the round. */
  private Formula isInRound(int state) {
    List<Formula> from = new ArrayList<>();
    for (Relation each : returns.subList(0, Math.min(state + 1, returns.size()))) {
      from.add(each.some());
    }
    return Formula.or(from);
  }

  private final class At extends Sharing {
    private final int state;

    At(int state) {
      super(known);
      this.state = state;
    }

    @Override
    public Expression visit(Relation relation) {
      if (!relation.isVariable()) {
        return relation;
      }
      if (state < length) {
        return Objects.requireNonNull(states.get(state).get(relation));
      }
      Expression next = at.get(length - 1).visit(relation);
      for (int back = returns.size() - 1; back >= 0; back--) {
        next = returns.get(back).some().thenElse(at.get(back).visit(relation), next);
      }
      return cache(relation, next);
    }

    @Override
    public Expression visit(TempExpression expression) {
      if (expression.op() != TemporalOperator.PRIME || state == length) {
        throw new IllegalArgumentException("more than one step: " + expression);
      }
      Expression next = expression.expression().accept(at.get(state + 1));
      return cache(expression, next);
    }

    @Override
    public Formula visit(UnaryTempFormula formula) {
      Formula known = lookup(formula);
      return known != null ? known : cache(formula, unrolled(formula));
    }

    private Formula unrolled(UnaryTempFormula formula) {
      if (state == length) {
        throw new IllegalArgumentException("more than one step: " + formula);
      }
      IntFunction<Formula> then = i -> formula.formula().accept(at.get(i));
      return switch (formula.op()) {
        case AFTER -> after(then);
        case ALWAYS -> later(i -> then.apply(i).not()).not();
        case EVENTUALLY -> later(then);
        case HISTORICALLY -> Formula.and(range(0, state + 1, then));
        case ONCE -> Formula.or(range(0, state + 1, then));
        case BEFORE, UNTIL, RELEASES, SINCE, TRIGGERED, PRIME ->
            throw new IllegalArgumentException("cannot unroll " + formula);
      };
    }

    private Formula after(IntFunction<Formula> then) {
      if (state < length - 1) {
        return then.apply(state + 1);
      }
      return Formula.or(range(0, length, i -> follows(i).and(then.apply(i))));
    }

    /** Somewhere from here on, and, where the round goes back behind this state, there. */
    private Formula later(IntFunction<Formula> then) {
      List<Formula> any = range(state, length, then);
      any.addAll(range(0, Math.min(state, returns.size()), i -> isInRound(i).and(then.apply(i))));
      return Formula.or(any);
    }

    private static List<Formula> range(int from, int to, IntFunction<Formula> formula) {
      List<Formula> all = new ArrayList<>();
      for (int i = from; i < to; i++) {
        all.add(formula.apply(i));
      }
      return all;
    }

    @Override
    public Formula visit(BinaryTempFormula formula) {
      throw new IllegalArgumentException("cannot unroll " + formula);
    }
  }
}
