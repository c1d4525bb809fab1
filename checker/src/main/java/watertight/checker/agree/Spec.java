package watertight.checker.agree;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.alloy4.Pair;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.Decl;
import edu.mit.csail.sdg.ast.Expr;
import edu.mit.csail.sdg.ast.ExprHasName;
import edu.mit.csail.sdg.ast.Sig;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.parser.CompUtil;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kodkod.ast.Expression;
import kodkod.ast.Formula;
import kodkod.ast.MultiplicityFormula;
import kodkod.ast.Relation;
import kodkod.engine.satlab.SATFactory;
import org.jspecify.annotations.Nullable;
import watertight.checker.alloy.AlloySpec;
import watertight.checker.alloy.Columns;

/**
 * An Alloy specification over one step: Alloy parses and translates it, and what is primed becomes
 * a second set of relations, so that a predicate of two states can be evaluated, and solved, as a
 * formula about one pair of them.
 */
final class Spec {
  private static final String FRAME = "agree_frame";
  private static final String SCOPE =
      "\n" + FRAME + ": run { some univ } for 2 but exactly 2 Mount, 2 steps\n";
  private static final List<String> FILES = List.of("path", "task");

  private final CompModule module;
  private final A4Solution frame;
  private final Columns columns;
  private final OneStep oneStep;
  private final Map<String, Relation> arguments = new HashMap<>();
  private @Nullable Formula declared;

  private Spec(CompModule module) {
    this.module = module;
    Command command =
        module.getAllCommands().stream()
            .filter(c -> c.label.equals(FRAME))
            .findFirst()
            .orElseThrow();
    A4Options options = new A4Options();
    options.solver = SATFactory.DEFAULT;
    this.frame =
        TranslateAlloyToKodkod.execute_command(
            A4Reporter.NOP, module.getAllReachableSigs(), command, options);
    this.columns = Columns.of(module.getAllReachableSigs(), this::translated);
    this.oneStep = new OneStep(columns.twins());
  }

  /** What tasks do, and with it how they walk paths; loaded once. */
  static Spec shared() {
    return Shared.SPEC;
  }

  private static final class Shared {
    static final Spec SPEC = load("task");
  }

  /** The specification {@code specs/alloy/NAME.als}. */
  static Spec load(String name) {
    Map<String, String> files = new HashMap<>();
    for (String file : FILES) {
      files.put(path(file), text(file) + (file.equals(name) ? SCOPE : ""));
    }
    synchronized (AlloySpec.ALLOY) {
      return new Spec(CompUtil.parseEverything_fromFile(A4Reporter.NOP, files, path(name)));
    }
  }

  private static String path(String name) {
    return "/specs/alloy/" + name + ".als";
  }

  /** The text of a specification. */
  static String text(String name) {
    try (InputStream in = Spec.class.getResourceAsStream(path(name))) {
      if (in == null) {
        throw new IllegalArgumentException("there is no specification " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The relations. */
  Columns columns() {
    return columns;
  }

  /**
   * A question about a pair of states.
   *
   * @param parameters what it is asked of, such as {@code t: Task, n: Name}; may be empty
   * @param text a formula of the specification's language
   */
  Question ask(String parameters, String text) {
    String closed = parameters.isEmpty() ? text : "all " + parameters + " | " + text;
    Formula formula = (Formula) translated(CompUtil.parseOneExpression_fromString(module, closed));
    List<Relation> asked = new ArrayList<>();
    List<String> sorts = new ArrayList<>();
    if (!parameters.isEmpty()) {
      for (String parameter : parameters.split(",")) {
        String[] parts = parameter.split(":");
        asked.add(argument(parameter.strip()));
        sorts.add(parts[1].strip());
      }
    }
    return new Question(text, sorts, asked, oneStep.open(formula, asked));
  }

  /**
   * A set that depends on its arguments.
   *
   * @param parameters as for {@link #ask}
   * @param text an expression of the specification's language
   */
  Members members(String parameters, String text) {
    Question some = ask(parameters, "some " + text);
    MultiplicityFormula formula = (MultiplicityFormula) some.formula();
    return new Members(text, some.arguments(), formula.expression());
  }

  private Relation argument(String parameter) {
    return arguments.computeIfAbsent(parameter, Relation::unary);
  }

  /** What the declarations and the facts about single states say of both states. */
  Formula declared() {
    synchronized (AlloySpec.ALLOY) {
      if (declared == null) {
        declared = declarations();
      }
      return declared;
    }
  }

  private Formula declarations() {
    List<Formula> all = new ArrayList<>();
    for (Sig sig : module.getAllReachableSigs()) {
      if (sig.builtin) {
        continue;
      }
      for (Decl decl : sig.getFieldDecls()) {
        for (ExprHasName name : decl.names) {
          Expr field = sig.decl.get().join((Sig.Field) name).in(decl.expr).forAll(sig.decl);
          both(all, (Formula) translated(field));
        }
      }
    }
    for (CompModule each : module.getAllReachableModules()) {
      for (Pair<String, Expr> fact : each.getAllFacts()) {
        Formula formula = (Formula) translated(fact.b);
        if (OneStep.isAboutOneStep(formula)) {
          both(all, formula);
        }
      }
    }
    return Formula.and(all);
  }

  private void both(List<Formula> all, Formula formula) {
    all.add(oneStep.before(formula));
    all.add(oneStep.after(formula));
  }

  private Object translated(Expr expr) {
    return TranslateAlloyToKodkod.alloy2kodkod(frame, expr);
  }

  /** A question with its free arguments. */
  record Question(String text, List<String> sorts, List<Relation> arguments, Formula formula) {
    Question {
      sorts = List.copyOf(sorts);
      arguments = List.copyOf(arguments);
    }
  }

  /** A set with its free arguments. */
  record Members(String text, List<Relation> arguments, Expression expression) {
    Members {
      arguments = List.copyOf(arguments);
    }
  }
}
