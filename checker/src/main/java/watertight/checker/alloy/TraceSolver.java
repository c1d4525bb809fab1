package watertight.checker.alloy;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.alloy4.Err;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.CommandScope;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kodkod.engine.satlab.SATAbortedException;

/** Alloy's own solving of traces, which shows the instance that it finds. */
final class TraceSolver {
  private final CompModule world;

  TraceSolver(CompModule world) {
    this.world = world;
  }

  AlloyAnswer solve(Command command, Deadline deadline) {
    A4Options options = new A4Options();
    options.solver = new DeadlineSat4j(deadline.nanos());
    Sizes sizes = new Sizes();
    synchronized (AlloySpec.ALLOY) {
      try {
        A4Solution solution =
            TranslateAlloyToKodkod.execute_command(
                sizes, world.getAllReachableSigs(), command, options);
        Optional<Counterexample> instance =
            solution.satisfiable()
                ? Optional.of(new Decoder(world, solution).decode())
                : Optional.empty();
        AlloyAnswer.Kind kind =
            instance.isPresent() ? AlloyAnswer.Kind.FOUND : AlloyAnswer.Kind.NONE;
        return answer(kind, instance, command, sizes, deadline);
      } catch (SATAbortedException e) {
        return answer(AlloyAnswer.Kind.OUT_OF_TIME, Optional.empty(), command, sizes, deadline);
      } catch (Err e) {
        if (isOutOfTime(e)) {
          return answer(AlloyAnswer.Kind.OUT_OF_TIME, Optional.empty(), command, sizes, deadline);
        }
        throw new IllegalStateException("Alloy, " + command.label + ": " + e, e);
      }
    }
  }

  /** Whether a fault says that the solver gave up. */
  static boolean isOutOfTime(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SATAbortedException) {
        return true;
      }
    }
    return false;
  }

  private static AlloyAnswer answer(
      AlloyAnswer.Kind kind,
      Optional<Counterexample> instance,
      Command command,
      Sizes sizes,
      Deadline deadline) {
    return new AlloyAnswer(
        kind, instance, scope(command), sizes.variables, sizes.clauses, deadline.seconds());
  }

  /** The command over instances with this number of states alone. */
  static Command ofLength(Command command, int states) {
    return new Command(
        command.pos,
        command.nameExpr,
        command.label,
        command.check,
        command.overall,
        command.bitwidth,
        command.maxseq,
        states,
        states,
        command.expects,
        command.scope,
        command.additionalExactScopes,
        command.commandKeyword,
        command.formula,
        command.parent);
  }

  /** The scope in words, as the command states it. */
  static String scope(Command command) {
    Stream<String> signatures = command.scope.stream().map(TraceSolver::entry);
    Stream<String> steps =
        command.maxprefix > 0 ? Stream.of("≤ " + command.maxprefix + " states") : Stream.empty();
    return Stream.concat(signatures, steps).collect(Collectors.joining(", "));
  }

  private static String entry(CommandScope scope) {
    String size = (scope.isExact || scope.endingScope == 0 ? "" : "≤ ") + scope.endingScope;
    return size + " " + AlloyNames.kind(scope.sig.label);
  }

  /** How large the formula was that the solver saw last. */
  private static final class Sizes extends A4Reporter {
    private int variables;
    private int clauses;

    @Override
    public void solve(int step, int primaryVars, int totalVars, int clauses) {
      this.variables = totalVars;
      this.clauses = clauses;
    }
  }
}
