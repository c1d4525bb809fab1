package watertight.checker.alloy;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.Decl;
import edu.mit.csail.sdg.ast.Expr;
import edu.mit.csail.sdg.ast.ExprConstant;
import edu.mit.csail.sdg.ast.ExprHasName;
import edu.mit.csail.sdg.ast.Sig;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kodkod.ast.Expression;
import kodkod.ast.Formula;
import kodkod.ast.Relation;
import kodkod.ast.UnaryTempFormula;
import kodkod.ast.operator.TemporalOperator;
import kodkod.ast.visitor.AbstractReplacer;
import kodkod.engine.Evaluator;
import kodkod.engine.Solution;
import kodkod.engine.Solver;
import kodkod.engine.satlab.SATFactory;
import kodkod.instance.Bounds;

/**
 * Whether there is an instance of a formula within a scope. Alloy parses and translates the
 * formula; the states are laid out here (see {@link Unrolling}), which is several times as fast as
 * Alloy's own way with traces. That both say the same is a test.
 */
final class BoundedModel {
  private static final int SYMMETRY = 20;

  private final CompModule world;
  private final A4Solution frame;
  private final Columns columns;
  private final List<Formula> declared;

  /** A module; {@code some} is any of its commands. */
  BoundedModel(CompModule world, Command some) {
    this.world = world;
    A4Options options = new A4Options();
    options.solver = SATFactory.DEFAULT;
    this.frame =
        TranslateAlloyToKodkod.execute_command(
            A4Reporter.NOP, world.getAllReachableSigs(), small(some), options);
    this.columns = Columns.of(world.getAllReachableSigs(), this::translated);
    this.declared = declarations();
  }

  /** A command that only has the relations made. */
  private static Command small(Command some) {
    return new Command(
        some.pos,
        some.nameExpr,
        some.label,
        false,
        3,
        some.bitwidth,
        some.maxseq,
        1,
        1,
        -1,
        List.of(),
        List.of(),
        some.commandKeyword,
        ExprConstant.TRUE,
        null);
  }

  private Object translated(Expr expr) {
    return TranslateAlloyToKodkod.alloy2kodkod(frame, expr);
  }

  /** Whether the scope of a command is of the kind that can be laid out here. */
  boolean covers(Command command) {
    return command.maxprefix > 0 && ScopeAtoms.of(command, columns).isPresent();
  }

  /**
   * Whether a command has an instance with this number of states.
   *
   * @param shown whether the answer is to have it
   */
  AlloyAnswer solve(Command command, int length, boolean shown, Deadline deadline) {
    ScopeAtoms atoms = ScopeAtoms.of(command, columns).orElseThrow();
    Formula formula;
    synchronized (AlloySpec.ALLOY) {
      formula = (Formula) translated(command.formula);
    }
    List<Relation> changing = columns.changing().stream().map(Columns.Column::relation).toList();
    Unrolling unrolling = new Unrolling(changing, length, looksBack(formula));
    List<Formula> all = new ArrayList<>();
    declared.forEach(each -> all.add(unrolling.everywhere(each)));
    all.add(unrolling.first(formula));
    Solver kodkod = new Solver();
    kodkod.options().setSolver(new DeadlineSat4j(deadline.nanos()));
    kodkod.options().setSymmetryBreaking(SYMMETRY);
    try {
      Solution solution = kodkod.solve(Formula.and(all), bounds(atoms, unrolling));
      return new AlloyAnswer(
          solution.sat() ? AlloyAnswer.Kind.FOUND : AlloyAnswer.Kind.NONE,
          shown && solution.sat() ? Optional.of(decoded(solution, unrolling)) : Optional.empty(),
          TraceSolver.scope(command),
          solution.stats().variables(),
          solution.stats().clauses(),
          deadline.seconds());
    } catch (RuntimeException e) {
      if (!TraceSolver.isOutOfTime(e)) {
        throw e;
      }
      return new AlloyAnswer(
          AlloyAnswer.Kind.OUT_OF_TIME,
          Optional.empty(),
          TraceSolver.scope(command),
          0,
          0,
          deadline.seconds());
    }
  }

  private Counterexample decoded(Solution solution, Unrolling unrolling) {
    synchronized (AlloySpec.ALLOY) {
      return new StateDecoder(
              columns,
              unrolling,
              new Evaluator(solution.instance()),
              call -> Operands.of(world, call),
              operands -> (Expression) translated(operands.readings()))
          .decode();
    }
  }

  private Bounds bounds(ScopeAtoms atoms, Unrolling unrolling) {
    Bounds bounds = new Bounds(atoms.universe());
    columns.empty().forEach(r -> bounds.bound(r, bounds.universe().factory().noneOf(r.arity())));
    unrolling.returns().forEach(r -> bounds.bound(r, atoms.any()));
    for (Columns.Column column : columns.all()) {
      if (column.twin() == null) {
        bounds.bound(column.relation(), atoms.lower(column), atoms.upper(column));
        continue;
      }
      for (Map<Relation, Relation> state : unrolling.states()) {
        bounds.bound(Objects.requireNonNull(state.get(column.relation())), atoms.upper(column));
      }
    }
    return bounds;
  }

  /** What the declarations of signatures and fields say of a state. */
  private List<Formula> declarations() {
    List<Formula> all = new ArrayList<>();
    for (Sig sig : world.getAllReachableSigs()) {
      if (sig.builtin) {
        continue;
      }
      if (sig instanceof Sig.SubsetSig subset) {
        Expr parents =
            subset.parents.stream().map(Expr.class::cast).reduce(Expr::plus).orElseThrow();
        all.add((Formula) translated(sig.in(parents)));
      }
      for (Decl decl : sig.getFieldDecls()) {
        for (ExprHasName name : decl.names) {
          all.add(declaration(sig, (Sig.Field) name, decl.expr));
        }
      }
    }
    return all;
  }

  private Formula declaration(Sig sig, Sig.Field field, Expr range) {
    Formula rows = (Formula) translated(sig.decl.get().join(field).in(range).forAll(sig.decl));
    Expression owners = (Expression) translated(sig);
    Expression relation = (Expression) translated(field);
    Expression any = owners;
    for (int i = 1; i < relation.arity(); i++) {
      any = any.product(Expression.UNIV);
    }
    return rows.and(relation.in(any));
  }

  /** Whether a formula speaks of the past. */
  private static boolean looksBack(Formula formula) {
    Set<TemporalOperator> found = new HashSet<>();
    formula.accept(
        new AbstractReplacer(Set.of()) {
          @Override
          public Formula visit(UnaryTempFormula f) {
            found.add(f.op());
            return super.visit(f);
          }
        });
    return found.contains(TemporalOperator.ONCE) || found.contains(TemporalOperator.HISTORICALLY);
  }
}
