package watertight.checker.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watertight.checker.kernel.Answer;
import watertight.checker.text.Expect;
import watertight.checker.text.LitmusStep;
import watertight.checker.text.Observation;
import watertight.checker.trace.Descriptors;
import watertight.checker.trace.ObjectNames;
import watertight.model.Result;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.signal.Sender;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;

/**
 * The answers of the model with all guards to the steps of a litmus test that is without some, to
 * compare a kernel's with: descriptors, results and what was written.
 */
final class FullAnswers {
  private final Comparison comparison = new Comparison(new Bindings());
  private final ModelRun full;

  /** The model with these rules, whatever settings the world asks for. */
  FullAnswers(World world, Rules rules) {
    this.full = new ModelRun(world.withoutRules(), rules);
  }

  /** Whether a kernel answers a step as the model does, which takes it too. */
  boolean same(LitmusStep step, Answer answer, Map<Integer, String> names) {
    boolean same = sameObjects(step, names);
    Result result =
        switch (step) {
          case LitmusStep.Call s -> full.call(s.task(), s.call());
          case LitmusStep.Begin s -> full.begin(s.task(), s.call());
          case LitmusStep.Again s -> full.again(s.task(), s.call());
          case LitmusStep.End s -> full.end(s.task(), s.call());
          case LitmusStep.Handled s -> new Result.NotEnabled("");
          case LitmusStep.Killed s -> new Result.NotEnabled("");
          case LitmusStep.Exited s -> new Result.NotEnabled("");
        };
    Observation seen = Observation.of(result, new ObjectNames(full.state()).naming());
    return same && same(result, seen, answer);
  }

  /** Whether a task has ended as in the model; {@code how} is empty when it has not. */
  boolean ended(Task task, Optional<String> how) {
    String ours = full.end(task);
    return how.map(end -> ours.equals("+++ " + end + " +++")).orElse(!ours.startsWith("+++"));
  }

  /** Whether the handler of a signal ran as in the model, for the same sender. */
  boolean handled(LitmusStep.Handled step, Optional<Sender> ran) {
    Optional<Sender> ours = full.handled(step.task(), step.signal()).map(Reply.Handled::sender);
    return ours.isPresent() == ran.isPresent()
        && ours.filter(Sender::told).map(sender -> ran.equals(Optional.of(sender))).orElse(true);
  }

  /** Whether the descriptors that a step names are in both what they are in the other. */
  private boolean sameObjects(LitmusStep step, Map<Integer, String> names) {
    return switch (step) {
      case LitmusStep.Call s -> sameObjects(s.task(), s.call(), s.objects().keySet(), names);
      case LitmusStep.Begin s -> sameObjects(s.task(), s.call(), s.objects().keySet(), names);
      case LitmusStep.Again s -> true;
      case LitmusStep.End s -> true;
      case LitmusStep.Handled s -> true;
      case LitmusStep.Killed s -> true;
      case LitmusStep.Exited s -> true;
    };
  }

  private boolean sameObjects(
      Task task, Syscall call, Set<Integer> fds, Map<Integer, String> names) {
    Map<Integer, String> ours = Descriptors.of(full.state(), task, call);
    return fds.stream().allMatch(fd -> same(ours.get(fd), names.getOrDefault(fd, "")));
  }

  /** A descriptor that is not open has no name; of a socket the model does not know it. */
  private boolean same(@Nullable String ours, String theirs) {
    return ours == null
        ? theirs.isEmpty() || theirs.startsWith("socket:")
        : comparison.namespaces().same(ours, theirs);
  }

  private boolean same(Result result, Observation seen, Answer answer) {
    return switch (Answers.of(result, full.state())) {
      case Answer.NotTaken notTaken -> answer instanceof Answer.NotTaken;
      case Answer.Blocks blocks -> answer instanceof Answer.Blocks;
      case Answer.Died died -> answer instanceof Answer.Died;
      case Answer.Returned returned ->
          met(seen, answer) && sameChild(seen.expect(), returned, answer);
      case Answer.Failed failed -> met(seen, answer);
    };
  }

  private static boolean sameChild(Expect expect, Answer.Returned model, Answer kernel) {
    return !(expect instanceof Expect.Child)
        || kernel instanceof Answer.Returned(long pid, Answer.Out out) && pid == model.value();
  }

  private boolean met(Observation seen, Answer answer) {
    return comparison.wrote(seen.out(), answer) && comparison.met(seen.expect(), answer);
  }
}
