package watertight.checker.alloy;

import edu.mit.csail.sdg.alloy4.Err;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.Expr;
import edu.mit.csail.sdg.ast.Sig;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.parser.CompUtil;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module that can be asked. Alloy keeps state of its own in static fields, so one question is
 * answered at a time in the whole process.
 */
public final class AlloySpec {
  /** Whoever calls Alloy holds this. */
  public static final Object ALLOY = new Object();

  private final String module;
  private final CompModule world;
  private final TraceSolver traces;
  private @Nullable BoundedModel bounded;

  AlloySpec(String module, CompModule world) {
    this.module = module;
    this.world = world;
    this.traces = new TraceSolver(world);
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

  /** Runs a command as it stands: the instance is a shortest one. */
  public AlloyAnswer run(String label, Duration time) {
    return traces.solve(required(label), Deadline.in(time));
  }

  /** Whether a command has an instance; which one is not told. */
  public AlloyAnswer exists(String label, Duration time) {
    return exists(required(label), Deadline.in(time));
  }

  /**
   * Looks for a counterexample to a predicate, in the scope of the command that bears its name,
   * with these guards (names of signatures) away; the shortest, as Alloy does.
   */
  public AlloyAnswer check(String predicate, Collection<String> away, Duration time) {
    return traces.solve(negated(predicate, predicate, away), Deadline.in(time));
  }

  /** Whether there is a counterexample to any formula in the scope of a command. */
  AlloyAnswer exists(String scope, String formula, Collection<String> away, Duration time) {
    return exists(negated(scope, formula, away), Deadline.in(time));
  }

  /** A shortest counterexample to any formula in the scope of a command. */
  AlloyAnswer shortest(String scope, String formula, Collection<String> away, Duration time) {
    Command command = negated(scope, formula, away);
    Deadline deadline = Deadline.in(time);
    BoundedModel model = bounded(command);
    if (!model.covers(command)) {
      return traces.solve(command, deadline);
    }
    AlloyAnswer answer = model.solve(command, 1, true, deadline);
    for (int states = 2;
        states <= command.maxprefix && answer.kind() == AlloyAnswer.Kind.NONE;
        states++) {
      answer = model.solve(command, states, true, deadline);
    }
    return answer;
  }

  private AlloyAnswer exists(Command command, Deadline deadline) {
    if (hasNumbers()) {
      return traces.solve(command, deadline);
    }
    BoundedModel model = bounded(command);
    return model.covers(command)
        ? model.solve(command, command.maxprefix, false, deadline)
        : traces.solve(TraceSolver.ofLength(command, command.maxprefix), deadline);
  }

  /** Whether a field is a number: what lays the states out here knows none. */
  private boolean hasNumbers() {
    for (Sig sig : world.getAllReachableUserDefinedSigs()) {
      for (Sig.Field field : sig.getFields()) {
        if (field.type().toString().contains("Int")) {
          return true;
        }
      }
    }
    return false;
  }

  private BoundedModel bounded(Command some) {
    synchronized (ALLOY) {
      if (bounded == null) {
        bounded = new BoundedModel(world, some);
      }
      return bounded;
    }
  }

  private Command negated(String command, String formula, Collection<String> away) {
    String guards = away.isEmpty() ? "none" : String.join(" + ", away);
    String question = "not (away[" + guards + "] implies " + formula + ")";
    Command base = required(command);
    synchronized (ALLOY) {
      return base.change(parse(question).and(world.getAllReachableFacts()));
    }
  }

  private Expr parse(String question) {
    try {
      return CompUtil.parseOneExpression_fromString(world, question);
    } catch (Err e) {
      throw new IllegalArgumentException("in module " + module + ": " + question + ": " + e, e);
    }
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
}
