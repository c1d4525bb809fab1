package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import watertight.checker.text.GuardNames;
import watertight.checker.text.InputError;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.checker.text.Texts;
import watertight.model.linux.LinuxGuards;

class MutatedRunTest {
  private static final long SEED = Long.getLong("watertight.seed", System.nanoTime());
  private static final int MUTANTS_OF_EACH = 12;

  private final Random random = new Random(SEED);

  @Test
  void aMutatedFileGivesVerdictsOrOneErrorAndNothingElse() throws IOException {
    System.out.println("mutated litmus files in the model: seed " + SEED);
    GuardNames guards = GuardNames.of(LinuxGuards.removable());
    int run = 0;
    int errors = 0;
    for (Path file : Texts.litmusFiles()) {
      String text = Files.readString(file);
      for (int i = 0; i < MUTANTS_OF_EACH; i++) {
        String mutant = mutated(text);
        try {
          LitmusRun.inModel(LitmusParser.parse(Source.of("x", mutant), guards));
          run++;
        } catch (InputError e) {
          errors++;
        } catch (RuntimeException e) {
          throw new AssertionError("seed " + SEED + "\n" + mutant, e);
        }
      }
    }
    assertTrue(run > 500 && errors > 500, run + " run, " + errors + " errors, seed " + SEED);
  }

  private String mutated(String text) {
    return switch (random.nextInt(4)) {
      case 0 -> flipped(text);
      case 1 -> lines(text, Collections::shuffle);
      case 2 -> lines(text, lines -> lines.remove(random.nextInt(lines.size())));
      default -> lines(text, lines -> lines.add(lines.get(random.nextInt(lines.size()))));
    };
  }

  private String flipped(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int flips = random.nextInt(3); flips >= 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The head stays where it is: what is mutated is the world and the run. */
  private static String lines(String text, Consumer<List<String>> change) {
    int run = text.indexOf("\nrun\n") + 5;
    List<String> lines = new ArrayList<>(Arrays.asList(text.substring(run).split("\n")));
    change.accept(lines);
    return text.substring(0, run) + String.join("\n", lines) + "\n";
  }
}
