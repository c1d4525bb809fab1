package watertight.checker.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.KernelRun;
import watertight.checker.kernel.Move;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.checker.text.Expect;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusStep;
import watertight.checker.text.Observation;
import watertight.checker.text.Out;
import watertight.checker.trace.ObjectNames;
import watertight.model.Result;
import watertight.model.linux.Rules;
import watertight.model.linux.Settings;
import watertight.model.linux.Syscall;
import watertight.model.linux.WalkingCalls;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;

/** Puts a litmus test to a kernel, and compares each answer with what is expected. */
final class KernelSteps {
  /**
   * What a kernel did with a step.
   *
   * @param text its answer, in words
   * @param ok whether it is as expected
   */
  record Step(String text, boolean ok) {}

  private final Litmus litmus;
  private final Comparison comparison = new Comparison(new Bindings());
  private final ModelRun full;
  private final Map<Task, String> deaths = new HashMap<>();

  private KernelSteps(Litmus litmus, Rules rules) {
    this.litmus = litmus;
    this.full = new ModelRun(litmus.world(), rules);
  }

  /** One for each step. A file without some guard is compared with the full model. */
  static List<Step> of(Litmus litmus, Oracle oracle) throws NotRun {
    Rules rules = Rules.LINUX.with(oracle.host().settings());
    if (!WorldBuilder.settings(litmus.world(), rules.settings()).equals(rules.settings())) {
      throw new NotRun(difference(rules.settings(), litmus.world()));
    }
    List<Move> moves = new ArrayList<>();
    for (LitmusStep step : litmus.steps()) {
      move(step).ifPresent(moves::add);
    }
    return new KernelSteps(litmus, rules).compare(oracle.run(litmus.world(), moves, Set.of()));
  }

  private static String difference(Settings machine, World world) {
    int[] has = machine.values();
    int[] needs = WorldBuilder.settings(world, machine).values();
    return IntStream.range(0, has.length)
        .filter(i -> has[i] != needs[i])
        .mapToObj(
            i ->
                "this machine has %s=%d, the file needs %d"
                    .formatted(Settings.NAMES.get(i), has[i], needs[i]))
        .collect(Collectors.joining("; "));
  }

  private static Optional<Move> move(LitmusStep step) throws NotRun {
    Task none = new Task(25);
    return switch (step) {
      case LitmusStep.Call s -> {
        Task child = s.expect() instanceof Expect.Child(Task made) ? made : none;
        yield Optional.of(new Move(s.task(), s.call(), Move.Kind.CALL, child));
      }
      case LitmusStep.Begin s -> Optional.of(new Move(s.task(), s.call(), Move.Kind.BEGIN, none));
      case LitmusStep.End s -> Optional.of(new Move(s.task(), s.call(), Move.Kind.END, none));
      case LitmusStep.Again s ->
          throw new NotRun("a call is cut between two components, where no kernel can be held");
      case LitmusStep.Exited s -> Optional.empty();
    };
  }

  private List<Step> compare(KernelRun run) throws NotRun {
    List<Step> steps = new ArrayList<>();
    Iterator<Answer> answers = run.answers().iterator();
    Iterator<Map<Integer, String>> names = run.names().iterator();
    for (LitmusStep step : litmus.steps()) {
      if (step instanceof LitmusStep.Exited exited) {
        String how = deaths.getOrDefault(exited.task(), "it runs");
        steps.add(new Step(how, how.equals("exited with " + exited.status())));
      } else {
        Answer answer = text(step, answers.next());
        if (answer instanceof Answer.Died(String how)) {
          deaths.put(step.task(), how);
        }
        steps.add(compare(step, answer, names.next()));
      }
    }
    return steps;
  }

  /** getcwd counts the zero byte at the end, which is no part of the text (man 2 getcwd). */
  private static Answer text(LitmusStep step, Answer answer) {
    return step instanceof LitmusStep.Call call
            && call.call() instanceof Syscall.Getcwd
            && answer instanceof Answer.Returned(long value, Answer.Out.Bytes(String bytes))
            && bytes.endsWith("\0")
        ? new Answer.Returned(value, new Answer.Out.Bytes(bytes.substring(0, bytes.length() - 1)))
        : answer;
  }

  private Step compare(LitmusStep step, Answer answer, Map<Integer, String> names) throws NotRun {
    boolean ok = litmus.without().isEmpty() ? expected(step, answer, names) : asFull(step, answer);
    return new Step(AnswerText.of(answer), ok);
  }

  private boolean expected(LitmusStep step, Answer answer, Map<Integer, String> names)
      throws NotRun {
    return switch (step) {
      case LitmusStep.Call s -> refer(s.objects(), names) && met(s.out(), s.expect(), answer);
      case LitmusStep.End s -> met(s.out(), s.expect(), answer);
      case LitmusStep.Begin s -> {
        boolean blocks = answer instanceof Answer.Blocks;
        if (!blocks && WalkingCalls.of(s.call()) != null) {
          throw new NotRun("a call is cut between two components, where no kernel can be held");
        }
        yield blocks && refer(s.objects(), names);
      }
      case LitmusStep.Again s -> false;
      case LitmusStep.Exited s -> true;
    };
  }

  private static boolean refer(SortedMap<Integer, String> objects, Map<Integer, String> names) {
    return objects.entrySet().stream().allMatch(e -> e.getValue().equals(names.get(e.getKey())));
  }

  private boolean met(Out out, Expect expect, Answer answer) {
    return comparison.wrote(out, answer) && comparison.met(expect, answer);
  }

  private boolean asFull(LitmusStep step, Answer answer) {
    Result result =
        switch (step) {
          case LitmusStep.Call s -> full.call(s.task(), s.call());
          case LitmusStep.Begin s -> full.begin(s.task(), s.call());
          case LitmusStep.Again s -> full.again(s.task(), s.call());
          case LitmusStep.End s -> full.end(s.task(), s.call());
          case LitmusStep.Exited s -> new Result.NotEnabled("");
        };
    Observation seen = Observation.of(result, new ObjectNames(full.state()).naming());
    return switch (Answers.of(result, full.state())) {
      case Answer.NotTaken notTaken -> answer instanceof Answer.NotTaken;
      case Answer.Blocks blocks -> answer instanceof Answer.Blocks;
      case Answer.Died died -> answer instanceof Answer.Died;
      case Answer.Returned returned -> met(seen.out(), seen.expect(), answer);
      case Answer.Failed failed -> met(seen.out(), seen.expect(), answer);
    };
  }
}
