package watertight.checker.conform;

import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.RandomGenerator;
import watertight.model.linux.Rules;
import watertight.properties.linux.call.Rehearsed;
import watertight.properties.linux.call.Runs;

/**
 * Random trials, each by its number: the same seed and number give the same trial, whoever draws
 * it. Must be made and used inside a jqwik session.
 */
final class Draws {
  private static final int GENERATOR_SIZE = 1000;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final RandomGenerator<Function<Rules, Rehearsed>> runs;
  private final long seed;

  Draws(long seed, int calls) {
    this.runs = Runs.later(calls).generator(GENERATOR_SIZE, true);
    this.seed = seed;
  }

  /** A trial whose calls are aimed under the usual rules. */
  Trial trial(long number) {
    return drawn(number).apply(Rules.LINUX);
  }

  /**
   * A trial that any thread can ask for, outside the session too. Its calls are aimed under the
   * rules that are given.
   */
  Function<Rules, Trial> drawn(long number) {
    Function<Rules, Rehearsed> drawn = runs.next(new Random(seed ^ (number + 1) * GOLDEN)).value();
    return rules -> {
      Rehearsed run = drawn.apply(rules);
      return new Trial(run.run().world().world(), run.run().calls(), run.rehearsal());
    };
  }
}
