package watertight.checker.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Event;
import watertight.checker.kernel.Host.Privilege;
import watertight.checker.kernel.InUserNamespace;
import watertight.checker.kernel.KernelRun;
import watertight.checker.kernel.Move;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.checker.text.Expect;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusStep;
import watertight.checker.text.Out;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.WalkingCalls;
import watertight.model.linux.signal.Sender;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/** Puts a litmus test to a kernel, and compares each answer with what is expected. */
final class KernelSteps {
  /**
   * What a kernel did with a step.
   *
   * @param text its answer, in words
   * @param ok whether it is as expected
   */
  record Step(String text, boolean ok) {}

  /** The number of task A in a world; each task that is made gets the next (CONTRACT). */
  private static final int FIRST_PID = 2;

  private static final Task NOBODY = new Task(25);

  private final Litmus litmus;
  private final WholeCalls calls;
  private final Comparison comparison = new Comparison(new Bindings());
  private final FullAnswers full;
  private final Map<Task, String> deaths = new HashMap<>();
  private final List<Event.Ran> ran = new ArrayList<>();
  private final Privilege privilege;
  private int nextPid;

  private KernelSteps(Litmus litmus, WholeCalls calls, Rules rules, Privilege privilege) {
    this.litmus = litmus;
    this.privilege = privilege;
    this.calls = calls;
    this.full = new FullAnswers(litmus.world(), rules);
    this.nextPid = FIRST_PID + tasks(litmus.world());
  }

  private static int tasks(World world) {
    Set<Task> tasks = new HashSet<>(Set.of(Task.A));
    for (WorldLine line : world.lines()) {
      if (line instanceof WorldLine.TaskLine one) {
        tasks.add(one.task());
      }
    }
    return tasks.size();
  }

  /** One for each step. A file without some guard is compared with the full model. */
  static List<Step> of(Litmus litmus, Oracle oracle) throws NotRun {
    Rules rules = Rules.LINUX.with(oracle.host().settings());
    Optional<String> difference = SettingsThatMatter.difference(litmus, rules.settings());
    if (difference.isPresent() && litmus.without().isEmpty()) {
      throw new NotRun(difference.get());
    }
    WholeCalls calls = WholeCalls.of(litmus.steps());
    if (calls.cut()) {
      throw new NotRun(WholeCalls.CUT);
    }
    List<Move> moves =
        calls.steps().stream()
            .flatMap(Optional::stream)
            .flatMap(step -> move(step).stream())
            .toList();
    return new KernelSteps(litmus, calls, rules, oracle.host().privilege())
        .compare(oracle.run(litmus.world(), moves, Set.of()));
  }

  private static Optional<Move> move(LitmusStep step) {
    return switch (step) {
      case LitmusStep.Call s -> {
        Task child = s.expect() instanceof Expect.Child(Task made) ? made : NOBODY;
        yield Optional.of(new Move(s.task(), s.call(), Move.Kind.CALL, child));
      }
      case LitmusStep.Begin s -> Optional.of(new Move(s.task(), s.call(), Move.Kind.BEGIN, NOBODY));
      case LitmusStep.End s -> Optional.of(new Move(s.task(), s.call(), Move.Kind.END, NOBODY));
      case LitmusStep.Again s -> Optional.empty();
      case LitmusStep.Handled s -> Optional.empty();
      case LitmusStep.Killed s -> Optional.empty();
      case LitmusStep.Exited s -> Optional.empty();
    };
  }

  private List<Step> compare(KernelRun run) throws NotRun {
    List<Step> steps = new ArrayList<>();
    Iterator<Answer> answers = run.answers().iterator();
    Iterator<List<Event>> events = run.events().iterator();
    Iterator<Map<Integer, String>> names = run.names().iterator();
    for (Optional<LitmusStep> whole : calls.steps()) {
      if (whole.isEmpty()) {
        steps.add(new Step("", true));
      } else if (whole.get() instanceof LitmusStep.Exited exited) {
        steps.add(end(exited.task(), "exited with " + exited.status()));
      } else if (whole.get() instanceof LitmusStep.Killed killed) {
        steps.add(end(killed.task(), "killed by " + killed.signal()));
      } else if (whole.get() instanceof LitmusStep.Handled handled) {
        steps.add(handled(handled));
      } else {
        LitmusStep step = whole.get();
        Answer answer = text(step, answers.next());
        if (answer instanceof Answer.Died(String how)) {
          deaths.put(step.task(), how);
        }
        steps.add(compare(step, answer, names.next()));
        events.next().forEach(this::happened);
      }
    }
    return steps;
  }

  private void happened(Event event) {
    switch (event) {
      case Event.Ran handled -> ran.add(handled);
      case Event.Ended(Task task, String how) -> deaths.put(task, how);
    }
  }

  private Step end(Task task, String expected) {
    Optional<String> how = Optional.ofNullable(deaths.get(task));
    boolean ok =
        litmus.without().isEmpty() ? how.equals(Optional.of(expected)) : full.ended(task, how);
    return new Step(how.orElse("it runs"), ok);
  }

  private Step handled(LitmusStep.Handled step) {
    Optional<Event.Ran> first =
        ran.stream()
            .filter(one -> one.task().equals(step.task()))
            .filter(one -> one.signal() == step.signal().number())
            .findFirst();
    first.ifPresent(ran::remove);
    Optional<Sender> sender = first.map(one -> Sender.of(one.pid(), one.uid()));
    boolean ok =
        litmus.without().isEmpty()
            ? sender.map(one -> comparison.told(step, one)).orElse(false)
            : full.handled(step, sender);
    return new Step(
        sender
            .map(one -> "si_pid=%d, si_uid=%d".formatted(one.pid(), one.uid()))
            .orElse("no handler ran"),
        ok);
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
    boolean ok =
        litmus.without().isEmpty() ? expected(step, answer, names) : full.same(step, answer, names);
    Optional<String> reason = ok ? Optional.empty() : needsRoot(step, answer);
    if (reason.isPresent()) {
      throw new NotRun(reason.get());
    }
    return new Step(AnswerText.of(answer), ok);
  }

  private Optional<String> needsRoot(LitmusStep step, Answer answer) {
    return step instanceof LitmusStep.Call s
        ? InUserNamespace.reason(
            privilege,
            s.call(),
            s.expect() instanceof Expect.Fails fails ? Set.copyOf(fails.errnos()) : Set.of(),
            answer)
        : Optional.empty();
  }

  private boolean expected(LitmusStep step, Answer answer, Map<Integer, String> names)
      throws NotRun {
    return switch (step) {
      case LitmusStep.Call s ->
          refer(s.objects(), names) && met(s.out(), s.expect(), answer) && born(s.expect(), answer);
      case LitmusStep.End s -> met(s.out(), s.expect(), answer);
      case LitmusStep.Begin s -> {
        boolean blocks = answer instanceof Answer.Blocks;
        if (!blocks && WalkingCalls.of(s.call()) != null) {
          throw new NotRun(WholeCalls.CUT);
        }
        yield blocks && refer(s.objects(), names);
      }
      case LitmusStep.Again s -> false;
      case LitmusStep.Handled s -> true;
      case LitmusStep.Killed s -> true;
      case LitmusStep.Exited s -> true;
    };
  }

  private boolean refer(SortedMap<Integer, String> objects, Map<Integer, String> names) {
    return objects.entrySet().stream().allMatch(e -> same(e.getValue(), names.get(e.getKey())));
  }

  private boolean same(String expected, @Nullable String got) {
    return got != null && comparison.namespaces().same(expected, got);
  }

  /**
   * A PID namespace gives its numbers in order: the new task is the one that the file means. Where
   * there are several, the tasks' own calls tell.
   */
  private boolean born(Expect expect, Answer answer) {
    return !(expect instanceof Expect.Child)
        || answer instanceof Answer.Returned(long pid, Answer.Out out)
            && (severalNamespaces() || pid == nextPid++);
  }

  private boolean severalNamespaces() {
    return litmus.steps().stream()
        .anyMatch(step -> step instanceof LitmusStep.Call call && changesNamespace(call.call()));
  }

  private static boolean changesNamespace(Syscall call) {
    return switch (call) {
      case Syscall.Clone(long flags) -> (flags & CloneFlags.CLONE_NEWPID) != 0;
      case Syscall.Unshare(long flags) -> (flags & CloneFlags.CLONE_NEWPID) != 0;
      case Syscall.Setns setns -> true;
      default -> false;
    };
  }

  private boolean met(Out out, Expect expect, Answer answer) {
    return comparison.wrote(out, answer) && comparison.met(expect, answer);
  }
}
