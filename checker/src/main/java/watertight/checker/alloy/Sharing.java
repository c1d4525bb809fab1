package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kodkod.ast.BinaryExpression;
import kodkod.ast.BinaryFormula;
import kodkod.ast.ComparisonFormula;
import kodkod.ast.IfExpression;
import kodkod.ast.MultiplicityFormula;
import kodkod.ast.NaryExpression;
import kodkod.ast.NaryFormula;
import kodkod.ast.Node;
import kodkod.ast.NotFormula;
import kodkod.ast.TempExpression;
import kodkod.ast.UnaryExpression;
import kodkod.ast.UnaryTempFormula;
import kodkod.ast.visitor.AbstractReplacer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one node of all that are written alike. Alloy writes the body of a function out at each
 * call; Kodkod translates a node with several parents once.
 */
public class Sharing extends AbstractReplacer {
  private final Map<Object, Node> known;

  /** One with nodes of its own. */
  public Sharing() {
    this(new HashMap<>());
  }

  /** One that shares its nodes with others. */
  public Sharing(Map<Object, Node> known) {
    super(Set.of(), new IdentityHashMap<>());
    this.known = known;
  }

  @Override
  @SuppressWarnings("unchecked")
  protected final <N extends Node> N cache(N node, N replacement) {
    Object key = key(replacement);
    N shared = key == null ? replacement : (N) known.computeIfAbsent(key, k -> replacement);
    cache.put(node, shared);
    return shared;
  }

  /** What two nodes that are written alike have in common; null where there is a variable bound. */
  private static @Nullable Object key(Node node) {
    return switch (node) {
      case BinaryExpression e -> List.of(e.op(), e.left(), e.right());
      case UnaryExpression e -> List.of(e.op(), e.expression());
      case NaryExpression e -> all(e.op(), e);
      case IfExpression e -> List.of("if", e.condition(), e.thenExpr(), e.elseExpr());
      case TempExpression e -> List.of(e.op(), e.expression());
      case BinaryFormula f -> List.of(f.op(), f.left(), f.right());
      case NaryFormula f -> all(f.op(), f);
      case NotFormula f -> List.of("not", f.formula());
      case ComparisonFormula f -> List.of(f.op(), f.left(), f.right());
      case MultiplicityFormula f -> List.of(f.multiplicity(), f.expression());
      case UnaryTempFormula f -> List.of(f.op(), f.formula());
      default -> null;
    };
  }

  private static List<Object> all(Object operator, Iterable<? extends Node> children) {
    List<Object> key = new ArrayList<>(List.of(operator));
    children.forEach(key::add);
    return key;
  }
}
