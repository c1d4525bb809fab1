package watertight.checker.conform;

import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import watertight.properties.linux.call.Run;
import watertight.properties.linux.call.Runs;

/**
 * Random trials, each by its number: the same seed and number give the same trial, whoever draws
 * it. Must be made and used inside a jqwik session.
 */
final class Draws {
  private static final int GENERATOR_SIZE = 1000;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final RandomGenerator<Supplier<Run>> runs;
  private final long seed;

  Draws(long seed, int calls) {
    this.runs = Runs.later(calls).generator(GENERATOR_SIZE, true);
    this.seed = seed;
  }

  Trial trial(long number) {
    return drawn(number).get();
  }

  /** A trial that any thread can ask for, outside the session too. */
  Supplier<Trial> drawn(long number) {
    Supplier<Run> drawn = runs.next(new Random(seed ^ (number + 1) * GOLDEN)).value();
    return () -> {
      Run run = drawn.get();
      return new Trial(run.world().world(), run.calls());
    };
  }
}
