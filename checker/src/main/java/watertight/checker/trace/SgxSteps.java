package watertight.checker.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.StepExpect;
import watertight.checker.text.sgx.ActionText;
import watertight.checker.text.sgx.SgxLitmusPrinter;
import watertight.checker.text.sgx.SgxStep;
import watertight.checker.text.sgx.WorldText;
import watertight.checker.trace.SgxTrace.Subject;
import watertight.model.Cells;
import watertight.model.Guards;
import watertight.model.Result;
import watertight.model.enclave.sgx.Action;

/** The steps of a trace of the SGX machine, as far as they are taken. */
final class SgxSteps {
  private final Subject subject;
  private final List<TraceStep> steps = new ArrayList<>();
  private final List<SgxStep> lines = new ArrayList<>();

  SgxSteps(Subject subject) {
    this.subject = subject;
  }

  /** The number of the next step, from 1. */
  int next() {
    return steps.size() + 1;
  }

  /**
   * One more step.
   *
   * @param beside what stands behind the action, in another run
   * @param otherwise what stands behind what it shows, in another run
   */
  void add(
      Action action, String beside, Result result, String otherwise, Cells before, Cells after) {
    Action named = new PageNames(subject.world(), before).named(action);
    String shown = SgxTrace.text(result);
    steps.add(
        new TraceStep(
            next(),
            ActionText.actor(named),
            ActionText.text(named) + beside,
            shown + otherwise,
            result instanceof Result.Refused refused
                ? Optional.of(refused.gate().id())
                : Optional.empty(),
            new SgxChanges(subject.world(), before, after).all()));
    lines.add(new SgxStep.Taken(named, StepExpect.of(shown)));
  }

  /** The trace of these steps. */
  RenderedTrace rendered(String engine, Guards guards, boolean shortest) {
    return new RenderedTrace(
        Optional.of(subject.claim()),
        Optional.of(engine),
        guards.names(),
        Map.of(),
        shortest,
        WorldText.lines(subject.world()),
        steps,
        "breaks " + subject.claim(),
        OptionalInt.empty(),
        litmus(guards));
  }

  private String litmus(Guards guards) {
    return SgxLitmusPrinter.text(
        new MachineLitmus<>(
            subject.title(),
            Optional.of(subject.claim()),
            Optional.empty(),
            guards.away(),
            subject.world(),
            lines));
  }
}
