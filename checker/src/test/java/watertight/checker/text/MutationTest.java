package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MutationTest {
  private static final long SEED = Long.getLong("watertight.seed", 20_260_101);
  private static final int MUTANTS_OF_EACH = 25;
  private static final int MUTANTS_OF_A_SCENARIO = 5_000;
  private final Mutations mutations = new Mutations(new Random(SEED));

  @Test
  void aMutatedLitmusFileIsReadOrHasAnError() {
    int errors = 0;
    int mutants = 0;
    for (var file : Texts.litmusFiles()) {
      String text = Texts.read(file);
      GuardNames guards = Texts.MODEL_GUARDS;
      for (int i = 0; i < MUTANTS_OF_EACH; i++, mutants++) {
        errors += check(mutations.mutated(text), source -> LitmusParser.parse(source, guards));
      }
    }
    assertTrue(mutants > 5_000, "only " + mutants);
    assertBothKinds(errors, mutants);
  }

  @Test
  void aMutatedScenarioIsReadOrHasAnError() {
    int errors = 0;
    for (int i = 0; i < MUTANTS_OF_A_SCENARIO; i++) {
      errors +=
          check(
              mutations.mutated(ScenarioNotationTest.TEXT),
              source -> ScenarioParser.parse(source, Texts.GUARDS));
    }
    assertBothKinds(errors, MUTANTS_OF_A_SCENARIO);
  }

  private static void assertBothKinds(int errors, int mutants) {
    assertTrue(errors > mutants / 10 && errors < mutants, errors + " errors in " + mutants);
  }

  /** 1 when there is an error. */
  private static int check(byte[] bytes, Consumer<Source> parse) {
    try {
      parse.accept(Source.of("x", bytes));
      return 0;
    } catch (InputError e) {
      Texts.assertWellFormed(e, bytes);
      return 1;
    } catch (RuntimeException e) {
      throw new AssertionError(
          "seed " + SEED + "\n" + new String(bytes, StandardCharsets.UTF_8), e);
    }
  }
}
