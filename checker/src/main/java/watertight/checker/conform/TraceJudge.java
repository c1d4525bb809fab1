package watertight.checker.conform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import watertight.checker.conform.JudgedTrace.Row;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Move;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.checker.run.AnswerText;
import watertight.checker.run.LitmusRun;
import watertight.checker.run.StepOutcome;
import watertight.checker.run.WholeCalls;
import watertight.checker.run.WholeCalls.Made;
import watertight.checker.search.Scenarios;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusFile;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.checker.trace.RenderedTrace;
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.model.linux.world.WorldBuilder;

/** Puts the calls of a trace to the model with all guards, and to a kernel. */
public final class TraceJudge {
  private final RenderedTrace trace;
  private final LitmusFile file;
  private final WholeCalls calls;

  private TraceJudge(RenderedTrace trace) {
    this.trace = trace;
    this.file = LitmusParser.parse(Source.of("trace", trace.litmus()), Scenarios.guards());
    this.calls = WholeCalls.of(file.litmus().steps());
  }

  /** A trace of the Linux world beside the model and, where it can be asked, a kernel. */
  public static JudgedTrace judge(RenderedTrace trace, Oracles oracles) {
    TraceJudge judge = new TraceJudge(trace);
    if (judge.calls.cut()) {
      return judge.inModel(WholeCalls.CUT);
    }
    try (Oracle oracle = oracles.open()) {
      return judge.onBoth(oracle);
    } catch (NotRun e) {
      return judge.inModel(String.valueOf(e.getMessage()));
    }
  }

  /** A trace of another machine: nothing that a kernel can be steered through. */
  public static JudgedTrace elsewhere(RenderedTrace trace) {
    return new JudgedTrace(
        trace,
        Collections.nCopies(trace.steps().size(), Row.NONE),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            "it is a trace of a machine of its own, through whose steps no kernel can be steered"));
  }

  private JudgedTrace onBoth(Oracle oracle) throws NotRun {
    Rules rules = Rules.LINUX.with(oracle.host().settings());
    Optional<Trial> trial = LitmusTrials.of(file.litmus().world(), calls, rules);
    if (trial.isEmpty()) {
      return inModel(WholeCalls.CUT);
    }
    Lockstep lockstep = new Lockstep(oracle, Rules.LINUX, Lockstep.unseen(oracle).isEmpty());
    Lockstep.Outcome outcome = lockstep.run(trial.get(), true);
    return new JudgedTrace(
        trace,
        rows(outcome),
        firstDifference(trial.get(), outcome),
        outcome.difference().map(DifferenceTrace::what),
        Optional.of(oracle.host()),
        Optional.empty());
  }

  private OptionalInt firstDifference(Trial trial, Lockstep.Outcome outcome) {
    PlanCalls full = new PlanCalls(outcome.plan());
    PlanCalls found = new PlanCalls(Planner.plan(trial, asFound(), true));
    IntStream guarded = found.firstDifference(full, calls.calls().size()).stream();
    IntStream kernel =
        outcome.difference().stream().mapToInt(one -> full.callOf(Math.max(0, one.at() - 1)));
    return IntStream.concat(guarded, kernel).map(call -> calls.calls().get(call).ends() + 1).min();
  }

  /** The rules under which the trace was found. */
  private Rules asFound() {
    Litmus litmus = file.litmus();
    return Rules.LINUX
        .with(WorldBuilder.settings(litmus.world(), Rules.LINUX.settings()))
        .with(Guards.all().without(litmus.without()));
  }

  private List<Row> rows(Lockstep.Outcome outcome) {
    List<Row> rows = new ArrayList<>(Collections.nCopies(trace.steps().size(), Row.NONE));
    for (int n = 0; n < outcome.plan().steps().size(); n++) {
      Step step = outcome.plan().steps().get(n);
      Made made = calls.calls().get(outcome.plan().calls().get(n));
      Answer kernel = outcome.kernel().answers().get(n);
      rows.set(
          step.move().kind() == Move.Kind.BEGIN ? made.begins() : made.ends(),
          new Row(
              Optional.of(AnswerText.of(step.answer().answer())),
              Optional.of(AnswerText.of(kernel)),
              step.gate()));
    }
    return rows;
  }

  /** The trace beside the model alone; only results are compared. */
  private JudgedTrace inModel(String reason) {
    Litmus full =
        new Litmus(
            file.litmus().name(),
            file.litmus().claim(),
            file.litmus().source(),
            Set.of(),
            file.litmus().world(),
            file.litmus().steps());
    List<StepOutcome> steps = LitmusRun.inModel(new LitmusFile(file.file(), full, file.steps()));
    Stream<Row> rows =
        steps.stream()
            .map(step -> new Row(Optional.of(step.model()), Optional.empty(), step.gate()));
    return new JudgedTrace(
        trace,
        rows.toList(),
        steps.stream().filter(step -> !step.ok()).mapToInt(StepOutcome::n).min(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(reason));
  }
}
