package watertight.checker.alloy;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.alloy4.Err;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.CommandScope;
import edu.mit.csail.sdg.ast.Expr;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.parser.CompUtil;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kodkod.engine.satlab.SATAbortedException;

/**
 * A module that can be asked. Alloy keeps state of its own in static fields, so one question is
 * answered at a time in the whole process.
 */
public final class AlloySpec {
  /** Whoever calls Alloy holds this. */
  public static final Object ALLOY = new Object();

  private final String module;
  private final CompModule world;

  AlloySpec(String module, CompModule world) {
    this.module = module;
    this.world = world;
  }

  /** A command as it stands in the file; {@code expects} is 0, 1, or -1 when it says nothing. */
  public record Entry(String label, boolean isCheck, int expects) {}

  /** The name of the module. */
  public String module() {
    return module;
  }

  /** The commands in the order of the file. */
  public List<Entry> commands() {
    return world.getAllCommands().stream()
        .map(command -> new Entry(command.label, command.check, command.expects))
        .toList();
  }

  /** Whether there is a command with this label. */
  public boolean has(String label) {
    return command(label).isPresent();
  }

  /**
   * The predicates that state a claim: the one with its name, and those with a further word, for
   * the same claim one step from any state ({@code _by_steps}) or in a narrower world. A claim
   * falls when any of them does.
   */
  public List<String> formsOf(String predicate) {
    return commands().stream()
        .filter(entry -> entry.isCheck() && isPredicate(entry.label()))
        .map(Entry::label)
        .filter(label -> label.equals(predicate) || label.matches(predicate + "_[^_].*"))
        .toList();
  }

  private boolean isPredicate(String name) {
    return world.getAllFunc().makeConstList().stream()
        .anyMatch(function -> function.isPred && AlloyNames.kind(function.label).equals(name));
  }

  /** Whether the module knows this guard, by the name of its signature. */
  public boolean knows(String signature) {
    return world.getAllReachableUserDefinedSigs().stream()
        .anyMatch(sig -> AlloyNames.kind(sig.label).equals(signature));
  }

  /** Runs a command as it stands. */
  public AlloyAnswer run(String label, Duration time) {
    return solve(required(label), time);
  }

  /**
   * Looks for a counterexample to a predicate, in the scope of the command that bears its name,
   * with these guards (names of signatures) away.
   */
  public AlloyAnswer check(String predicate, Collection<String> away, Duration time) {
    return check(predicate, predicate, away, time);
  }

  /** The same for any formula, in the scope of this command. */
  AlloyAnswer check(String command, String formula, Collection<String> away, Duration time) {
    String guards = away.isEmpty() ? "none" : String.join(" + ", away);
    String question = "not (away[" + guards + "] implies " + formula + ")";
    Command base = required(command);
    synchronized (ALLOY) {
      Expr negation = parse(question).and(world.getAllReachableFacts());
      return solve(base.change(negation), time);
    }
  }

  private Expr parse(String question) {
    try {
      return CompUtil.parseOneExpression_fromString(world, question);
    } catch (Err e) {
      throw new IllegalArgumentException("in module " + module + ": " + question + ": " + e, e);
    }
  }

  private AlloyAnswer solve(Command command, Duration time) {
    long start = System.nanoTime();
    A4Options options = new A4Options();
    options.solver = new DeadlineSat4j(start + time.toNanos());
    Sizes sizes = new Sizes();
    synchronized (ALLOY) {
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
        return answer(kind, instance, command, sizes, start);
      } catch (SATAbortedException e) {
        return answer(AlloyAnswer.Kind.OUT_OF_TIME, Optional.empty(), command, sizes, start);
      } catch (Err e) {
        if (isOutOfTime(e)) {
          return answer(AlloyAnswer.Kind.OUT_OF_TIME, Optional.empty(), command, sizes, start);
        }
        throw new IllegalStateException("Alloy, " + module + ", " + command.label + ": " + e, e);
      }
    }
  }

  private static boolean isOutOfTime(Throwable fault) {
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
      long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new AlloyAnswer(kind, instance, scope(command), sizes.variables, sizes.clauses, seconds);
  }

  /** The scope in words, as the command states it. */
  private static String scope(Command command) {
    Stream<String> signatures = command.scope.stream().map(AlloySpec::entry);
    Stream<String> steps =
        command.maxprefix > 0 ? Stream.of("≤ " + command.maxprefix + " states") : Stream.empty();
    return Stream.concat(signatures, steps).collect(Collectors.joining(", "));
  }

  private static String entry(CommandScope scope) {
    String size = (scope.isExact ? "" : "≤ ") + scope.endingScope;
    return size + " " + AlloyNames.kind(scope.sig.label);
  }

  private Command required(String label) {
    return command(label)
        .orElseThrow(
            () -> new IllegalArgumentException("module " + module + " has no command " + label));
  }

  private Optional<Command> command(String label) {
    return world.getAllCommands().stream()
        .filter(command -> command.label.equals(label))
        .findFirst();
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
