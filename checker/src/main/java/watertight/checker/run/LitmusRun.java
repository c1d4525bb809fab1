package watertight.checker.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watertight.checker.kernel.Answer;
import watertight.checker.text.Expect;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusFile;
import watertight.checker.text.LitmusStep;
import watertight.checker.text.Observation;
import watertight.checker.text.Out;
import watertight.checker.text.Place;
import watertight.checker.text.StepPrinter;
import watertight.checker.trace.Descriptors;
import watertight.checker.trace.ObjectNames;
import watertight.model.Guards;
import watertight.model.Result;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Settings;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.Task;

/** Runs a litmus test in the model, and compares each step with what the file expects. */
public final class LitmusRun {
  private static final String WAITS = "<unfinished ...>";

  private final LitmusFile file;
  private final ModelRun model;
  private final Comparison comparison = new Comparison(new Bindings());
  private final List<StepOutcome> outcomes = new ArrayList<>();

  private LitmusRun(LitmusFile file, Settings settings) {
    this.file = file;
    Guards guards = Guards.all().without(file.litmus().without());
    this.model = new ModelRun(file.litmus().world(), Rules.LINUX.with(guards).with(settings));
  }

  /** How each step goes in the model; a step that fails does not end the run. */
  public static List<StepOutcome> inModel(LitmusFile file) {
    return inModel(file, Settings.LINUX_6_18);
  }

  /** How each step of a test goes with these settings, whatever its world asks for. */
  static List<StepOutcome> inModel(Litmus litmus, Settings settings) {
    Litmus bare =
        new Litmus(
            litmus.name(),
            litmus.claim(),
            litmus.source(),
            litmus.without(),
            litmus.world().withoutRules(),
            litmus.steps());
    List<Place> nowhere = Collections.nCopies(litmus.steps().size(), new Place("", 1, 1));
    return inModel(new LitmusFile("", bare, nowhere), settings);
  }

  private static List<StepOutcome> inModel(LitmusFile file, Settings settings) {
    LitmusRun run = new LitmusRun(file, settings);
    file.litmus().steps().forEach(run::step);
    return run.outcomes;
  }

  private void step(LitmusStep step) {
    switch (step) {
      case LitmusStep.Call s -> {
        Optional<String> stranger = stranger(s.task(), s.objects());
        Result result = model.call(s.task(), s.call());
        returned(s, s.call(), s.out(), s.expect(), result, stranger);
      }
      case LitmusStep.Begin s -> {
        Optional<String> stranger = stranger(s.task(), s.objects());
        waits(s, model.begin(s.task(), s.call()), stranger);
      }
      case LitmusStep.Again s -> waits(s, model.again(s.task(), s.call()), Optional.empty());
      case LitmusStep.End s -> {
        Result result = model.end(s.task(), s.call());
        returned(s, s.call(), s.out(), s.expect(), result, Optional.empty());
      }
      case LitmusStep.Handled s -> {
        Optional<Reply.Handled> ran = model.handled(s.task(), s.signal());
        String text = ran.isPresent() ? StepPrinter.call(s) : "no handler ran";
        boolean told = ran.map(one -> comparison.told(s, one.sender())).orElse(false);
        add(step, text, Optional.empty(), told);
      }
      case LitmusStep.Killed s -> {
        String end = model.end(s.task());
        add(step, end, Optional.empty(), end.equals(StepPrinter.call(step)));
      }
      case LitmusStep.Exited s -> {
        String end = model.end(s.task());
        add(step, end, Optional.empty(), end.equals(StepPrinter.call(step)));
      }
    }
  }

  /** A descriptor in the call that does not refer to what the file says, in words. */
  private Optional<String> stranger(Task task, Map<Integer, String> objects) {
    return objects.entrySet().stream()
        .filter(entry -> !refers(task, entry.getKey(), entry.getValue()))
        .findFirst()
        .map(entry -> "descriptor %d is not <%s>".formatted(entry.getKey(), entry.getValue()));
  }

  private boolean refers(Task task, int fd, String object) {
    Path path = Descriptors.path(model.state(), task, fd);
    return path != null
        && comparison.namespaces().same(object, new ObjectNames(model.state()).shown(path));
  }

  private static boolean names(Expect expect, Result result) {
    return !(expect instanceof Expect.Child(Task child))
        || result instanceof Result.Returned(Reply.Child(Task made, int pid)) && made.equals(child);
  }

  private void returned(
      LitmusStep step,
      Syscall call,
      Out out,
      Expect expect,
      Result result,
      Optional<String> stranger) {
    Answer answer = Answers.of(result, model.state());
    boolean wrote = comparison.wrote(out, answer);
    boolean met = comparison.met(expect, answer) && names(expect, result);
    Observation seen = observation(result);
    String text = wrote ? shown(result, seen) : whole(step, call, seen);
    add(step, stranger.orElse(text), gate(result), stranger.isEmpty() && wrote && met);
  }

  private void waits(LitmusStep step, Result result, Optional<String> stranger) {
    Observation seen = observation(result);
    String text = seen.waits() ? WAITS : shown(result, seen);
    add(step, stranger.orElse(text), gate(result), stranger.isEmpty() && seen.waits());
  }

  private Observation observation(Result result) {
    return Observation.of(result, new ObjectNames(model.state()).naming());
  }

  /** What came back; for a call that did not come back, why. */
  private static String shown(Result result, Observation seen) {
    return result instanceof Result.Returned || result instanceof Result.Refused
        ? seen.waits() ? WAITS : seen.text()
        : seen.remark();
  }

  /** The call with what it really wrote. */
  private static String whole(LitmusStep step, Syscall call, Observation seen) {
    return StepPrinter.call(seen.step(step.task(), call)) + " = " + seen.text();
  }

  private static Optional<String> gate(Result result) {
    return result instanceof Result.Refused refused
        ? Optional.of(refused.gate().id())
        : Optional.empty();
  }

  private void add(LitmusStep step, String model, Optional<String> gate, boolean ok) {
    int n = outcomes.size() + 1;
    outcomes.add(
        new StepOutcome(
            n,
            file.steps().get(n - 1).line(),
            step.task().letter(),
            StepPrinter.call(step),
            expected(step),
            model,
            Optional.empty(),
            gate,
            ok));
  }

  private static String expected(LitmusStep step) {
    return switch (step) {
      case LitmusStep.Call s -> s.expect().text();
      case LitmusStep.End s -> s.expect().text();
      case LitmusStep.Begin s -> WAITS;
      case LitmusStep.Again s -> WAITS;
      case LitmusStep.Handled s -> StepPrinter.call(step);
      case LitmusStep.Killed s -> StepPrinter.call(step);
      case LitmusStep.Exited s -> StepPrinter.call(step);
    };
  }
}
