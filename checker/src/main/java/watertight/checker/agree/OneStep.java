package watertight.checker.agree;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kodkod.ast.BinaryExpression;
import kodkod.ast.BinaryTempFormula;
import kodkod.ast.Expression;
import kodkod.ast.Formula;
import kodkod.ast.Node;
import kodkod.ast.QuantifiedFormula;
import kodkod.ast.Relation;
import kodkod.ast.TempExpression;
import kodkod.ast.UnaryTempFormula;
import kodkod.ast.Variable;
import kodkod.ast.operator.ExprOperator;
import kodkod.ast.operator.TemporalOperator;
import kodkod.ast.visitor.AbstractReplacer;
import org.jspecify.annotations.Nullable;
import watertight.checker.alloy.Sharing;

/** Turns formulas about a state and the next one into formulas about one pair of states. */
final class OneStep {
  private final Map<Relation, Relation> twins;
  private final Map<Object, Node> shared = new ConcurrentHashMap<>();

  /**
   * @param twins for each relation that changes, the one that holds its rows in the next state
   */
  OneStep(Map<Relation, Relation> twins) {
    this.twins = Map.copyOf(twins);
  }

  /** The formula without its outermost quantifier, whose variables become {@code arguments}. */
  Formula open(Formula formula, List<Relation> arguments) {
    Map<Variable, Relation> free = new IdentityHashMap<>();
    Formula body = formula;
    while (free.size() < arguments.size()) {
      if (!(body instanceof QuantifiedFormula quantified)) {
        throw new IllegalStateException("no quantifier in " + formula);
      }
      for (int i = 0; i < quantified.decls().size(); i++) {
        free.put(quantified.decls().get(i).variable(), arguments.get(free.size()));
      }
      body = quantified.formula();
    }
    return body.accept(new Step(free, Map.of()));
  }

  /** The formula about the first state. */
  Formula before(Formula formula) {
    return open(formula, List.of());
  }

  /** The formula about the second state. */
  Formula after(Formula formula) {
    return formula.accept(new Step(Map.of(), twins));
  }

  /** Whether a formula speaks of a state and the next one alone. */
  static boolean isAboutOneStep(Formula formula) {
    boolean[] far = {false};
    formula.accept(
        new AbstractReplacer(Set.of()) {
          @Override
          public Formula visit(UnaryTempFormula f) {
            far[0] = true;
            return f;
          }

          @Override
          public Formula visit(BinaryTempFormula f) {
            far[0] = true;
            return f;
          }
        });
    return !far[0];
  }

  private final class Step extends Sharing {
    private final Map<Variable, Relation> free;
    private final Map<Relation, Relation> now;
    private @Nullable Step next;

    Step(Map<Variable, Relation> free, Map<Relation, Relation> now) {
      super(shared);
      this.free = free;
      this.now = now;
    }

    @Override
    public Expression visit(Variable variable) {
      Relation argument = free.get(variable);
      return argument == null ? variable : argument;
    }

    /** Every atom is one of some signature, so that Alloy's identity is all of Kodkod's. */
    @Override
    public Expression visit(BinaryExpression expression) {
      return expression.op() == ExprOperator.INTERSECTION && expression.left() == Expression.IDEN
          ? Expression.IDEN
          : super.visit(expression);
    }

    @Override
    public Expression visit(Relation relation) {
      return now.getOrDefault(relation, relation);
    }

    @Override
    public Expression visit(TempExpression expression) {
      if (expression.op() != TemporalOperator.PRIME || !now.isEmpty()) {
        throw new IllegalArgumentException("more than one step: " + expression);
      }
      if (next == null) {
        next = new Step(free, twins);
      }
      return cache(expression, expression.expression().accept(next));
    }

    @Override
    public Formula visit(UnaryTempFormula formula) {
      throw new IllegalArgumentException("more than one step: " + formula);
    }

    @Override
    public Formula visit(BinaryTempFormula formula) {
      throw new IllegalArgumentException("more than one step: " + formula);
    }
  }
}
