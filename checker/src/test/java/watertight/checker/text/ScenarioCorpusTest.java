package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.model.linux.scenario.Scenario;

class ScenarioCorpusTest {
  static List<Path> files() {
    return Texts.scenarioFiles();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileReadsBackAsItIsPrinted(Path file) {
    String text = Texts.read(file);
    GuardNames guards = Texts.MODEL_GUARDS;
    Scenario scenario = ScenarioParser.parse(file, guards).scenario();
    String printed = ScenarioPrinter.text(scenario);
    assertEquals(scenario, ScenarioParser.parse(Texts.source(printed), guards).scenario());
  }
}
