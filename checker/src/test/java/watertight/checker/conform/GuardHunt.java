package watertight.checker.conform;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import watertight.checker.kernel.NotRun;
import watertight.checker.kernel.Oracle;
import watertight.model.Gate;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.Rules;

/**
 * Looks for the first random run in which a model without a guard and a kernel differ. Most runs do
 * not come near the guard: those in which the whole model refuses nothing by it, and in which the
 * model goes the same way without it, are not put to the kernel.
 */
final class GuardHunt {
  private static final int CALLS = 20;

  private final Oracle oracle;
  private final Rules rules;
  private final Draws draws;

  /** Must be made and used inside a jqwik session. */
  GuardHunt(Oracle oracle, long seed) {
    this.oracle = oracle;
    this.rules = Rules.LINUX.with(oracle.host().settings());
    this.draws = new Draws(seed, CALLS);
  }

  /** Whether the kernel and a model without the guard differ in this run, and the whole one not. */
  boolean differs(Guard guard, long run) throws NotRun {
    Trial trial = draws.trial(run);
    return differs(trial, Rules.LINUX.with(Guards.all().without(guard)))
        && !differs(trial, Rules.LINUX);
  }

  private boolean differs(Trial trial, Rules rules) throws NotRun {
    return new Lockstep(oracle, rules).run(trial, false).difference().isPresent();
  }

  /** The first of so many runs for each guard, by its name; nothing for those that none shows. */
  Map<String, Long> first(Collection<Guard> guards, long runs) throws NotRun {
    Map<String, Long> found = new TreeMap<>();
    for (long run = 0; run < runs && found.size() < guards.size(); run++) {
      Trial trial = draws.trial(run);
      Plan plan = Planner.plan(trial, rules, false);
      Set<String> met = new TreeSet<>();
      plan.steps().forEach(step -> step.gate().ifPresent(met::add));
      for (Guard guard : guards) {
        if (!found.containsKey(guard.id())
            && (guard instanceof Gate ? met.contains(guard.id()) : turns(guard, trial, plan))
            && differs(guard, run)) {
          found.put(guard.id(), run);
        }
      }
    }
    return found;
  }

  private boolean turns(Guard guard, Trial trial, Plan whole) {
    Plan other = Planner.plan(trial, rules.with(Guards.all().without(guard)), false);
    return !other.steps().equals(whole.steps()) || !other.snapshots().equals(whole.snapshots());
  }
}
