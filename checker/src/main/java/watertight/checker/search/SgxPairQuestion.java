package watertight.checker.search;

import java.util.List;
import watertight.checker.explore.Exploration;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.SgxPairTrace;
import watertight.checker.trace.SgxTrace;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.TwoRuns;
import watertight.model.enclave.sgx.Action;

/**
 * Whether an observer can tell two runs of the SGX machine apart.
 *
 * @param subject the world, and what it is about
 * @param machine the two runs
 * @param depth the most steps
 * @param guards which guards are in force
 */
record SgxPairQuestion(SgxTrace.Subject subject, TwoRuns<Action> machine, int depth, Guards guards)
    implements Question<TwoRuns.Step<Action>> {
  @Override
  public Property<TwoRuns.Step<Action>> property() {
    return machine.seenAlike();
  }

  @Override
  public Property<TwoRuns.Step<Action>> witness() {
    return machine.nothingToTell();
  }

  @Override
  public String bound(Exploration<TwoRuns.Step<Action>> found) {
    return "two runs: " + SgxQuestion.bound(subject.world(), found);
  }

  @Override
  public boolean covers(RenderedTrace trace) {
    return SgxQuestion.covers(trace, subject.world(), guards, depth);
  }

  @Override
  public RenderedTrace trace(String engine, List<TwoRuns.Step<Action>> actions, boolean shortest) {
    return SgxPairTrace.build(engine, subject, machine, guards, actions, shortest);
  }
}
