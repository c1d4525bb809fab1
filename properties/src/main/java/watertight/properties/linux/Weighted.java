package watertight.properties.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * A choice among arbitraries, each as often as its weight says. It draws as {@link
 * Arbitraries#frequencyOf} does, without edge cases, and looks up nothing while it draws: a run
 * makes some three hundred of these choices, and a look-up compares an arbitrary with others, which
 * took half of the time.
 */
public final class Weighted<T> implements RandomGenerator<T> {
  private static final int GENERATOR_SIZE = 1000;
  private static final int ALL = 1000;

  private final List<RandomGenerator<? extends T>> byTurn = new ArrayList<>();

  private Weighted() {}

  /** One of these. */
  @SafeVarargs
  public static <T> Arbitrary<T> of(Tuple2<Integer, ? extends Arbitrary<? extends T>>... choices) {
    Weighted<T> weighted = new Weighted<>();
    for (Tuple2<Integer, ? extends Arbitrary<? extends T>> choice : choices) {
      RandomGenerator<? extends T> generator = choice.get2().generator(GENERATOR_SIZE);
      for (int i = 0; i < choice.get1(); i++) {
        weighted.byTurn.add(generator);
      }
    }
    return Arbitraries.fromGenerator(weighted);
  }

  /** One of these, each as often: as {@link Arbitraries#oneOf} draws it, without edge cases. */
  @SafeVarargs
  public static <T> Arbitrary<T> oneOf(Arbitrary<? extends T>... choices) {
    return chosen(Arbitraries.of(Stream.of(choices).map(Weighted::<T>generator).toList()));
  }

  /**
   * Null, or one of these: as {@link Arbitrary#injectNull} draws it, without edge cases.
   *
   * @param nulls how many of a thousand are null
   */
  public static <T> Arbitrary<T> orNull(int nulls, Arbitrary<T> some) {
    return chosen(
        Arbitraries.frequency(
            Tuple.of(nulls, Weighted.<T>generator(Arbitraries.just(null))),
            Tuple.of(ALL - nulls, Weighted.<T>generator(some))));
  }

  @SuppressWarnings("unchecked")
  private static <T> RandomGenerator<T> generator(Arbitrary<? extends T> arbitrary) {
    return (RandomGenerator<T>) arbitrary.generator(GENERATOR_SIZE);
  }

  private static <T> Arbitrary<T> chosen(Arbitrary<RandomGenerator<T>> choices) {
    return Arbitraries.fromGenerator(
        choices.generator(GENERATOR_SIZE).flatMap(Function.identity()));
  }

  @Override
  @SuppressWarnings("unchecked")
  public Shrinkable<T> next(Random random) {
    return (Shrinkable<T>) byTurn.get(random.nextInt(byTurn.size())).next(random);
  }
}
