package watertight.checker.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import watertight.properties.linux.Weighted;

/**
 * Choices are drawn as jqwik draws them, number by number: a seed keeps its meaning. Catches a
 * choice that takes another random number, or the same for something else.
 */
class WeightedTest {
  private static final Arbitrary<Integer> FEW = Arbitraries.of(1, 2, 3);
  private static final Arbitrary<Integer> MANY = Arbitraries.integers().between(10, 1000);

  private static List<Integer> drawn(Arbitrary<Integer> arbitrary) {
    RandomGenerator<Integer> generator = arbitrary.generator(1000);
    Random random = new Random(11);
    List<Integer> drawn = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      drawn.add(generator.next(random).value());
    }
    return drawn;
  }

  @Test
  void oneOfDrawsAsJqwikDoes() {
    JqwikSession.run(
        () ->
            assertEquals(
                drawn(Arbitraries.oneOf(FEW, MANY)), drawn(Weighted.<Integer>oneOf(FEW, MANY))));
  }

  @Test
  void orNullDrawsAsJqwikDoes() {
    JqwikSession.run(
        () -> assertEquals(drawn(MANY.injectNull(0.2)), drawn(Weighted.orNull(200, MANY))));
  }
}
