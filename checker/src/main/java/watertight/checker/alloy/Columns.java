package watertight.checker.alloy;

import edu.mit.csail.sdg.ast.Decl;
import edu.mit.csail.sdg.ast.Expr;
import edu.mit.csail.sdg.ast.ExprHasName;
import edu.mit.csail.sdg.ast.Sig;
import edu.mit.csail.sdg.ast.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kodkod.ast.Expression;
import kodkod.ast.Relation;
import kodkod.ast.visitor.AbstractCollector;
import org.jspecify.annotations.Nullable;

/** The relations of a specification: which of Kodkod's hold the rows of which of Alloy's. */
public final class Columns {
  /**
   * One relation.
   *
   * @param name the signature or field
   * @param relation what holds its rows, in the first state
   * @param twin what holds them in the second, or null where they never change
   * @param sorts for each column the signatures whose atoms it may hold, one list for each shape
   * @param skipped how many leading columns are not stored, since there is only one atom for them
   */
  public record Column(
      String name,
      Relation relation,
      @Nullable Relation twin,
      List<List<String>> sorts,
      int skipped) {}

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, List<String>> children = new HashMap<>();
  private final Set<String> singletons = new LinkedHashSet<>();
  private final Set<String> primary = new LinkedHashSet<>();
  private final Set<Relation> empty = new LinkedHashSet<>();
  private final Function<Expr, Expression> translation;

  private Columns(Function<Expr, Expression> translation) {
    this.translation = translation;
  }

  /**
   * The relations of these signatures and their fields.
   *
   * @param translated what Alloy makes of an expression
   */
  public static Columns of(Iterable<Sig> sigs, Function<Expr, Object> translated) {
    Columns all = new Columns(expr -> (Expression) translated.apply(expr));
    for (Sig sig : sigs) {
      if (!sig.builtin) {
        all.add(sig);
      }
    }
    all.empty.addAll(leaves(all.translation.apply(Sig.UNIV)));
    all.columns.values().forEach(column -> all.empty.remove(column.relation()));
    return all;
  }

  private void add(Sig sig) {
    String name = label(sig.label);
    List<List<String>> own = List.of(List.of(name));
    if (sig instanceof Sig.SubsetSig subset) {
      own = subset.parents.stream().map(parent -> List.of(label(parent.label))).toList();
    } else if (sig instanceof Sig.PrimSig prim) {
      primary.add(name);
      List<String> below = new ArrayList<>();
      for (Sig.PrimSig child : prim.children()) {
        below.add(label(child.label));
      }
      children.put(name, below);
      if (sig.isOne != null) {
        singletons.add(name);
      }
    }
    Set<Relation> leaves = remainder(sig);
    if (leaves.size() > 1) {
      throw new IllegalStateException(name + " is stored in " + leaves);
    }
    for (Relation relation : leaves) {
      columns.put(name, column(name, relation, own, 0));
    }
    for (Decl decl : sig.getFieldDecls()) {
      for (ExprHasName field : decl.names) {
        add((Sig.Field) field);
      }
    }
  }

  private Set<Relation> remainder(Sig sig) {
    Set<Relation> leaves = leaves(translation.apply(sig));
    if (sig instanceof Sig.PrimSig prim) {
      for (Sig.PrimSig child : prim.children()) {
        leaves.removeAll(leaves(translation.apply(child)));
      }
    }
    return leaves;
  }

  private void add(Sig.Field field) {
    String name = label(field.label);
    Set<Relation> leaves = leaves(translation.apply(field));
    Set<Relation> owner = leaves(translation.apply(field.sig));
    boolean skipsOwner = leaves.size() > 1;
    if (skipsOwner) {
      leaves.removeAll(owner);
    }
    if (leaves.size() != 1) {
      throw new IllegalStateException(name + " is stored in " + leaves);
    }
    List<List<String>> sorts = new ArrayList<>();
    for (Type.ProductType shape : field.type()) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < shape.arity(); i++) {
        row.add(label(shape.get(i).label));
      }
      sorts.add(row);
    }
    if (columns.containsKey(name)) {
      throw new IllegalStateException("two fields " + name);
    }
    columns.put(name, column(name, leaves.iterator().next(), sorts, skipsOwner ? 1 : 0));
  }

  private static Column column(
      String name, Relation relation, List<List<String>> sorts, int skipped) {
    Relation twin =
        relation.isVariable() ? Relation.nary(relation.name() + "'", relation.arity()) : null;
    return new Column(name, relation, twin, sorts, skipped);
  }

  private static String label(String label) {
    return label.substring(label.lastIndexOf('/') + 1);
  }

  private static Set<Relation> leaves(Expression expression) {
    return new HashSet<>(
        expression.accept(
            new AbstractCollector<Relation>(Set.of()) {
              @Override
              protected Set<Relation> newSet() {
                return new LinkedHashSet<>();
              }

              @Override
              public Set<Relation> visit(Relation relation) {
                return Set.of(relation);
              }
            }));
  }

  /** All of them. */
  public List<Column> all() {
    return List.copyOf(columns.values());
  }

  /** The relation with this name, or null. */
  public @Nullable Column named(String name) {
    return columns.get(name);
  }

  /** The relations of what Alloy has built in, and no specification here uses: texts and such. */
  public Set<Relation> empty() {
    return empty;
  }

  /** Those that a step can change. */
  public List<Column> changing() {
    return columns.values().stream().filter(column -> column.twin() != null).toList();
  }

  /** For each relation that changes, the one of the second state. */
  public Map<Relation, Relation> twins() {
    Map<Relation, Relation> twins = new HashMap<>();
    for (Column column : changing()) {
      twins.put(column.relation(), java.util.Objects.requireNonNull(column.twin()));
    }
    return twins;
  }

  /** The signatures that extend this one. */
  public List<String> children(String signature) {
    return children.getOrDefault(signature, List.of());
  }

  /** The signatures with exactly one atom, which has their name. */
  public Set<String> singletons() {
    return singletons;
  }

  /** Every signature that is no subset of another. */
  public Set<String> signatures() {
    return primary;
  }

  /**
   * The atoms of a signature: its own, and those of all that extend it.
   *
   * @param own the atoms that a signature has of its own
   */
  public Set<String> atoms(Function<String, ? extends Collection<String>> own, String signature) {
    Set<String> all = new LinkedHashSet<>(own.apply(signature));
    for (String child : children(signature)) {
      all.addAll(atoms(own, child));
    }
    if (singletons.contains(signature)) {
      all.add(signature);
    }
    return all;
  }
}
