package watertight.checker.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.model.linux.path.PathGates;

/**
 * A plan is the same whether the run was rehearsed or not. Catches a rehearsal that is believed
 * under other rules, and one that is believed in another state, after a call that was left out or
 * that waits.
 */
class RehearsalTest {
  private static final int RUNS = 400;
  private static final Rules OTHERS =
      Rules.LINUX.with(Guards.all().without(PathGates.SEARCH_PERMISSION));

  private static Plan unrehearsed(Trial trial, Rules rules) {
    return Planner.plan(new Trial(trial.world(), trial.calls()), rules, true);
  }

  @Test
  void aPlanIsTheSameWithoutARehearsal() {
    JqwikSession.run(
        () -> {
          Draws draws = new Draws(3, 20);
          for (int run = 0; run < RUNS; run++) {
            Trial trial = draws.trial(run);
            assertEquals(unrehearsed(trial, Rules.LINUX), Planner.plan(trial, Rules.LINUX, true));
          }
        });
  }

  @Test
  void aPlanUnderOtherRulesIsTheirs() {
    JqwikSession.run(
        () -> {
          Draws draws = new Draws(3, 20);
          int others = 0;
          for (int run = 0; run < RUNS; run++) {
            Trial trial = draws.trial(run);
            Plan plan = Planner.plan(trial, OTHERS, true);
            assertEquals(unrehearsed(trial, OTHERS), plan);
            others += plan.equals(unrehearsed(trial, Rules.LINUX)) ? 0 : 1;
          }
          assertTrue(others > 0, "the rules make no difference in any run");
        });
  }
}
