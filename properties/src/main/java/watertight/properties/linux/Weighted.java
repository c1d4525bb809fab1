package watertight.properties.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple.Tuple2;

/**
 * A choice among arbitraries, each as often as its weight says. It draws as {@link
 * Arbitraries#frequencyOf} does, without edge cases, and looks up nothing while it draws: a run
 * makes some three hundred of these choices.
 */
public final class Weighted<T> implements RandomGenerator<T> {
  private static final int GENERATOR_SIZE = 1000;

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

  @Override
  @SuppressWarnings("unchecked")
  public Shrinkable<T> next(Random random) {
    return (Shrinkable<T>) byTurn.get(random.nextInt(byTurn.size())).next(random);
  }
}
