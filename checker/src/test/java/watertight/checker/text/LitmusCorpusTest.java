package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LitmusCorpusTest {
  static List<Path> files() {
    return Texts.litmusFiles();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileReadsBackAsItIsPrinted(Path file) {
    String text = Texts.read(file);
    Optional<Litmus> litmus = parse(file, text);
    if (litmus.isPresent()) {
      String printed = LitmusPrinter.text(litmus.get());
      Litmus again = LitmusParser.parse(Source.of("printed", printed), Texts.MODEL_GUARDS).litmus();
      assertEquals(litmus.get(), again);
      assertEquals(printed, LitmusPrinter.text(again));
    }
  }

  @Test
  void fewFilesUseWhatIsNotInThisVersion() {
    long parsed =
        files().stream().filter(file -> parse(file, Texts.read(file)).isPresent()).count();
    assertTrue(parsed > 100 && parsed >= files().size() * 0.98, parsed + " of " + files().size());
  }

  /** Empty when the file uses what is not in this version, and the error says so. */
  private static Optional<Litmus> parse(Path file, String text) {
    try {
      return Optional.of(
          LitmusParser.parse(Source.of(file.toString(), text), Texts.MODEL_GUARDS).litmus());
    } catch (InputError e) {
      assertTrue(e.found().contains("not in this version"), e.getMessage());
      return Optional.empty();
    }
  }
}
