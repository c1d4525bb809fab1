package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import watertight.model.linux.scenario.Scenario;

class RoundTripTest {
  private static final long SEED = Long.getLong("watertight.seed", 20_260_101);
  private static final int RUNS = 1_000;

  @Test
  void everyLitmusTestReadsBackAsItIsPrinted() {
    Drawn drawn = new Drawn(new Random(SEED));
    for (int i = 0; i < RUNS; i++) {
      Litmus litmus = drawn.litmus();
      String text = LitmusPrinter.text(litmus);
      String message = "seed " + SEED + "\n" + text;
      Litmus again = read(() -> Texts.litmus(text), message);
      assertEquals(litmus, again, message);
      assertEquals(text, LitmusPrinter.text(again), message);
    }
  }

  @Test
  void everyScenarioReadsBackAsItIsPrinted() {
    Drawn drawn = new Drawn(new Random(SEED));
    for (int i = 0; i < RUNS; i++) {
      Scenario scenario = drawn.scenario();
      String text = ScenarioPrinter.text(scenario);
      String message = "seed " + SEED + "\n" + text;
      Scenario again =
          read(() -> ScenarioParser.parse(Texts.source(text), Texts.GUARDS).scenario(), message);
      assertEquals(scenario, again, message);
      assertEquals(text, ScenarioPrinter.text(again), message);
    }
  }

  private static <T> T read(Supplier<T> parse, String message) {
    try {
      return parse.get();
    } catch (InputError e) {
      throw new AssertionError(message, e);
    }
  }
}
