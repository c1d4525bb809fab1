package watertight.checker.search;

import java.util.List;
import watertight.checker.explore.Exploration;
import watertight.checker.text.charge.ChargeSituation;
import watertight.checker.text.charge.WorkloadText;
import watertight.checker.trace.ChargeTrace;
import watertight.checker.trace.RenderedTrace;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Task;
import watertight.model.charge.claim.ChargeScenario;

/**
 * Whether what must hold holds for a workload.
 *
 * @param subject the workload, and what it is about
 * @param property what must hold
 * @param witness what is broken as soon as the question is about something
 * @param depth the most steps
 * @param guards which guards are in force
 */
record ChargeQuestion(
    ChargeTrace.Subject subject,
    Property<Task> property,
    Property<Task> witness,
    int depth,
    Guards guards)
    implements Question<Task> {
  /** Whether a claim holds in one of its scenarios. */
  static ChargeQuestion of(ChargeScenario scenario, Guards guards) {
    return new ChargeQuestion(
        ChargeTrace.Subject.of(scenario),
        scenario.property(),
        scenario.witness(),
        Integer.MAX_VALUE,
        guards);
  }

  /** Whether the goal of somebody's own scenario can be reached. */
  static ChargeQuestion of(ChargeSituation situation, int depth, Guards guards) {
    return new ChargeQuestion(
        new ChargeTrace.Subject(
            situation.title(), situation.claim(), situation.workload(), situation.goal().text()),
        situation.goal().property(situation.workload()),
        situation.goal().witness(),
        depth,
        guards);
  }

  @Override
  public ChargeMachine machine() {
    return new ChargeMachine(subject.workload(), guards);
  }

  @Override
  public String bound(Exploration<Task> found) {
    int tasks = subject.workload().tasks().size();
    int groups = subject.workload().groups().all().size();
    int depth = found.trace() == null ? found.depth() : found.trace().size();
    boolean all = found.end() == Exploration.End.COMPLETE;
    String end = all ? " (every state seen)" : ", to depth %d".formatted(depth);
    return "%d task%s, %d group%s, every interleaving%s"
        .formatted(tasks, tasks == 1 ? "" : "s", groups, groups == 1 ? "" : "s", end);
  }

  @Override
  public boolean covers(RenderedTrace trace) {
    return trace.without().equals(guards.names())
        && trace.steps().size() <= depth
        && trace.world().equals(WorkloadText.lines(subject.workload()));
  }

  @Override
  public RenderedTrace trace(String engine, List<Task> actions, boolean shortest) {
    return ChargeTrace.build(engine, subject, guards, actions, shortest);
  }
}
