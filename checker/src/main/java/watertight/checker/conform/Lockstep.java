package watertight.checker.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Event;
import watertight.checker.kernel.InUserNamespace;
import watertight.checker.kernel.KernelRun;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.checker.kernel.seen.Canonical;
import watertight.checker.kernel.seen.Snapshot;
import watertight.model.linux.Errno;
import watertight.model.linux.Rules;
import watertight.model.linux.signal.Happened;
import watertight.model.linux.world.World;
import watertight.properties.linux.call.Run.By;

/**
 * Takes a trial through the model and then, in one message, through a kernel, and compares: each
 * answer with what it wrote, and what is seen at the end and, where that was asked for, after each
 * move.
 */
final class Lockstep {
  private static final int ORDERS = 40;

  private final Oracle oracle;
  private final Rules rules;
  private final boolean looks;

  /** One that compares states too. */
  Lockstep(Oracle oracle, Rules rules) {
    this(oracle, rules, true);
  }

  /**
   * Asks an oracle.
   *
   * @param looks whether what is seen of the world is compared too
   */
  Lockstep(Oracle oracle, Rules rules, boolean looks) {
    this.oracle = oracle;
    this.rules = rules.with(oracle.host().settings());
    this.looks = looks;
  }

  /** Why what is seen of a world is not told by this oracle, where it is not. */
  static Optional<String> unseen(Oracle oracle) {
    try {
      oracle.run(World.DEFAULT, List.of(), Set.of(0));
      return Optional.empty();
    } catch (NotRun e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * How a trial went.
   *
   * @param plan how it goes in the model
   * @param kernel how it goes on the kernel
   * @param difference the first difference
   * @param orders 0 when no two tasks had signals to take at once, 1 when they took them in the
   *     order of letters, 2 when in another
   */
  record Outcome(Plan plan, KernelRun kernel, Optional<Difference> difference, int orders) {}

  Outcome run(Trial trial, boolean everyState) throws NotRun {
    Trial rest = trial;
    while (true) {
      Outcome outcome = ask(rest, everyState);
      Optional<Integer> transientAt = outcome.difference().flatMap(Transient::call);
      if (transientAt.isEmpty()) {
        Optional<String> reason = outcome.difference().flatMap(this::needsRoot);
        if (reason.isPresent()) {
          throw new NotRun(reason.get());
        }
        return outcome;
      }
      rest = without(rest, transientAt.get());
    }
  }

  /** What a kernel does is right when the model may do it in some order of taking signals. */
  private Outcome ask(Trial trial, boolean everyState) throws NotRun {
    Order letters = new Order(0);
    Plan plan = Planner.plan(trial, rules, everyState, letters);
    KernelRun kernel = run(plan);
    Outcome first =
        new Outcome(plan, kernel, compare(trial, plan, kernel), letters.chose() ? 1 : 0);
    if (!letters.chose()) {
      return first;
    }
    Outcome outcome = first;
    for (int n = 1; n < ORDERS && outcome.difference().isPresent(); n++) {
      Plan other = Planner.plan(trial, rules, everyState, new Order(n));
      KernelRun asked = other.moves().equals(plan.moves()) ? kernel : run(other);
      outcome = new Outcome(other, asked, compare(trial, other, asked), 2);
    }
    return outcome.difference().isPresent() ? first : outcome;
  }

  private KernelRun run(Plan plan) throws NotRun {
    Set<Integer> seen = looks ? plan.snapshots().keySet() : Set.of();
    return oracle.run(plan.world(), plan.moves(), new TreeSet<>(seen));
  }

  private Optional<String> needsRoot(Difference difference) {
    if (difference.inState() || difference.at() == 0) {
      return Optional.empty();
    }
    Step step = difference.plan().steps().get(difference.at() - 1);
    return InUserNamespace.reason(
        oracle.host().privilege(),
        step.move().call(),
        errnos(step.answer().answer()),
        difference.kernel().answers().get(difference.at() - 1));
  }

  private static Set<Errno> errnos(Answer answer) {
    return answer instanceof Answer.Failed(int number)
        ? Arrays.stream(Errno.values())
            .filter(errno -> errno.number() == number)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Trial without(Trial trial, int call) {
    List<By> calls = new ArrayList<>(trial.calls());
    calls.remove(call);
    return new Trial(trial.world(), calls);
  }

  private Optional<Difference> compare(Trial trial, Plan plan, KernelRun kernel) {
    Matching matching = new Matching();
    for (int n = 0; n <= plan.steps().size(); n++) {
      if (n > 0) {
        ModelAnswer model = plan.steps().get(n - 1).answer();
        Answer answer = kernel.answers().get(n - 1);
        if (!matching.same(model, answer)) {
          List<String> lines = List.of("model:  " + model.answer(), "kernel: " + answer);
          return Optional.of(new Difference(trial, plan, kernel, n, false, lines));
        }
        List<Happened> happened = plan.steps().get(n - 1).happened();
        List<Event> events = kernel.events().get(n - 1);
        if (!Happenings.same(happened, events)) {
          List<String> lines = List.of("model:  " + happened, "kernel: " + events);
          return Optional.of(new Difference(trial, plan, kernel, n, false, lines));
        }
      }
      List<String> seen =
          !looks ? List.of() : states(plan.snapshots().get(n), kernel.snapshots().get(n));
      if (!seen.isEmpty()) {
        return Optional.of(new Difference(trial, plan, kernel, n, true, seen));
      }
    }
    return Optional.empty();
  }

  /** What differs between two states, in lines; nothing where they were not looked at. */
  private static List<String> states(@Nullable Snapshot model, @Nullable Snapshot kernel) {
    if (model == null) {
      return List.of();
    }
    if (kernel == null) {
      return List.of("kernel: the state was not told");
    }
    boolean shared = Canonical.tellsSharing(kernel);
    List<String> ours = Canonical.lines(model.boundAs(kernel), shared);
    List<String> theirs = Canonical.lines(kernel, shared);
    return ours.equals(theirs) ? List.of() : LineDifference.of(ours, theirs);
  }
}
