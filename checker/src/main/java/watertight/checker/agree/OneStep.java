package watertight.checker.agree;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kodkod.ast.BinaryExpression;
import kodkod.ast.BinaryTempFormula;
import kodkod.ast.Comprehension;
import kodkod.ast.Decl;
import kodkod.ast.Expression;
import kodkod.ast.Formula;
import kodkod.ast.IfExpression;
import kodkod.ast.Node;
import kodkod.ast.QuantifiedFormula;
import kodkod.ast.Relation;
import kodkod.ast.TempExpression;
import kodkod.ast.UnaryTempFormula;
import kodkod.ast.Variable;
import kodkod.ast.operator.ExprOperator;
import kodkod.ast.operator.TemporalOperator;
import kodkod.ast.visitor.AbstractReplacer;
import kodkod.ast.visitor.AbstractVoidVisitor;

/** Turns formulas about a state and the next one into formulas about one pair of states. */
final class OneStep {
  private final Map<Relation, Relation> twins;
  private final Map<String, Node> shared = new HashMap<>();

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

  /** A node that means the same wherever it stands, so that it need be evaluated only once. */
  @SuppressWarnings("unchecked")
  private <N extends Node> N shared(N node) {
    boolean isLarge =
        node instanceof Comprehension
            || node instanceof QuantifiedFormula
            || node instanceof IfExpression;
    return !isLarge || !isClosed(node)
        ? node
        : (N) shared.computeIfAbsent(node.getClass().getSimpleName() + node, text -> node);
  }

  private static boolean isClosed(Node node) {
    Free free = new Free();
    node.accept(free);
    return free.isNone();
  }

  private final class Step extends AbstractReplacer {
    private final Map<Variable, Relation> free;
    private final Map<Relation, Relation> now;

    Step(Map<Variable, Relation> free, Map<Relation, Relation> now) {
      super(Set.<Node>of(), new HashMap<>());
      this.free = free;
      this.now = now;
    }

    @Override
    protected <N extends Node> N cache(N node, N replacement) {
      return shared(replacement);
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
      return expression.expression().accept(new Step(free, twins));
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

  /** Looks for variables that no quantifier inside a node binds. */
  private static final class Free extends AbstractVoidVisitor {
    private final Set<Variable> bound = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> used = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Each variable is bound at one place, so what is bound anywhere inside is bound. */
    boolean isNone() {
      used.removeAll(bound);
      return used.isEmpty();
    }

    @Override
    protected boolean visited(Node node) {
      return false;
    }

    @Override
    public void visit(Decl decl) {
      bound.add(decl.variable());
      decl.expression().accept(this);
    }

    @Override
    public void visit(Variable variable) {
      used.add(variable);
    }
  }
}
