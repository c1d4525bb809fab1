package watertight.checker.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import net.jqwik.api.RandomGenerator;
import watertight.model.Family;
import watertight.model.Machine;
import watertight.model.Property;
import watertight.properties.schedule.Pick;
import watertight.properties.schedule.Schedules;

/**
 * Runs a machine at random until a property breaks. Must run inside a jqwik session. The same seed
 * does the same, as far as it comes.
 *
 * @param <A> the machine's actions
 */
public final class Fuzzer<A> {
  private static final int GENERATOR_SIZE = 1000;
  private static final int LONG_RUN_EVERY = 32;
  private static final int LONG_RUN = 12;

  private final Machine<A> machine;
  private final List<Family<A>> families;
  private final Property<A> property;
  private final Property<A> witness;
  private final Limits limits;
  private final Random random;
  private final long start = System.nanoTime();
  private final Stepper<A> stepper;
  private final Corpus corpus;
  private final Coverage coverage = new Coverage();
  private final Learned learned = new Learned();
  private final Choosing<A> choosing;
  private volatile long shown;
  private long runs;
  private long steps;
  private long changes;
  private long witnessed;

  /**
   * How far to go.
   *
   * @param steps the most moves tried
   * @param length the most moves tried in a run, but for those runs that are longer by far
   * @param spent whether the time is over
   */
  public record Limits(long steps, int length, BooleanSupplier spent) {}

  /** A fuzzer of a machine; the witness is broken once the property's precondition is met. */
  public Fuzzer(
      Machine<A> machine, Property<A> property, Property<A> witness, long seed, Limits limits) {
    this.machine = machine;
    this.families = machine.families();
    this.property = property;
    this.witness = witness;
    this.limits = limits;
    this.random = new Random(seed);
    this.stepper = new Stepper<>(machine);
    this.choosing = new Choosing<>(families, random);
    this.corpus = new Corpus(stepper.cells());
  }

  /** Runs until the property breaks or a limit is reached, and shrinks what it has found. */
  public Found<A> run() {
    if (stepper.breaks(property)) {
      return found(List.of());
    }
    RandomGenerator<List<Pick>> schedules =
        Schedules.of(families, limits.length()).generator(GENERATOR_SIZE, false);
    while (steps < limits.steps() && !limits.spent().getAsBoolean()) {
      Corpus.Entry from = corpus.next(random);
      List<Pick> trace = new ArrayList<>(from.trace());
      stepper.goTo(from.state());
      runs++;
      shown = steps;
      for (int more = schedulesOfARun(); more > 0; more--) {
        if (breaks(trace, schedules.next(random).value())) {
          return found(trace);
        }
      }
    }
    return new Found<>(Optional.empty(), 0, counts(0));
  }

  /** Most runs are short, since a run may spend what it needs; now and then one is long. */
  private int schedulesOfARun() {
    return random.nextInt(LONG_RUN_EVERY) == 0 ? LONG_RUN : 1;
  }

  /** How many moves were tried so far; for any thread to ask. */
  public long steps() {
    return shown;
  }

  /** Whether a schedule breaks the property; the moves that count are added to {@code trace}. */
  private boolean breaks(List<Pick> trace, List<Pick> schedule) {
    for (Pick drawn : schedule) {
      Pick pick = learned.vary(choosing.improve(drawn, stepper.cells()), random);
      steps++;
      if (!stepper.step(pick)) {
        continue;
      }
      boolean changed = stepper.cells().isChanged();
      if (changed) {
        changes++;
        trace.add(pick);
        learned.add(pick);
      }
      witnessed += stepper.breaks(witness) ? 1 : 0;
      if (stepper.breaks(property)) {
        if (!changed) {
          trace.add(pick);
        }
        return true;
      }
      if (changed) {
        corpus.add(coverage.learn(stepper.cells()), stepper.cells(), trace);
      }
    }
    return false;
  }

  private Found<A> found(List<Pick> trace) {
    Shrinker<A> shrinker = new Shrinker<>(machine, property, limits.spent());
    List<Pick> shrunk = shrinker.shrink(trace);
    List<A> actions = shrunk.stream().map(pick -> pick.action(families)).toList();
    return new Found<>(Optional.of(actions), trace.size(), counts(shrinker.replays()));
  }

  private Found.Counts counts(long replays) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Found.Counts(runs, steps, changes, witnessed, corpus.size(), replays, seconds);
  }
}
