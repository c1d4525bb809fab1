package watertight.checker.text.hostcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import watertight.checker.text.InputError;
import watertight.checker.text.Mutations;
import watertight.checker.text.Source;
import watertight.checker.text.Texts;
import watertight.checker.text.machine.MachineLitmus;
import watertight.model.enclave.hostcall.Situation;

class HostcallNotationTest {
  private static final long SEED = Long.getLong("watertight.seed", 20_261_124);
  private static final int MUTANTS = 30;
  private static final String HEAD = "litmus \"t\"|machine hostcall|";
  private static final String SCENARIO = "scenario \"t\"|machine hostcall|";

  static List<Path> litmusFiles() {
    return Texts.litmusFiles(HostcallLitmusParser.MACHINE);
  }

  static List<Path> scenarioFiles() {
    return Texts.scenarioFiles(HostcallLitmusParser.MACHINE);
  }

  private static String lines(String text) {
    return text.replace('|', '\n') + "\n";
  }

  @ParameterizedTest
  @MethodSource("litmusFiles")
  void aLitmusFileReadsBackAsItIsPrinted(Path file) {
    MachineLitmus<Situation, HostcallStep> litmus =
        HostcallLitmusParser.parse(Source.read(file)).litmus();
    String text = HostcallLitmusPrinter.text(litmus);
    MachineLitmus<Situation, HostcallStep> again =
        HostcallLitmusParser.parse(Texts.source(text)).litmus();
    assertEquals(litmus, again, text);
    assertEquals(text, HostcallLitmusPrinter.text(again));
  }

  @ParameterizedTest
  @MethodSource("scenarioFiles")
  void aScenarioFileIsInItsUsualLayout(Path file) {
    HostcallScenario scenario = HostcallScenarioParser.parse(Source.read(file));
    assertEquals(Texts.read(file), HostcallScenarioPrinter.text(scenario));
  }

  @Test
  void aMutatedFileIsReadOrHasAnError() {
    Mutations mutations = new Mutations(new Random(SEED));
    int errors = 0;
    int all = 0;
    for (int i = 0; i < MUTANTS; i++) {
      for (Path file : litmusFiles()) {
        errors += check(mutations.mutated(Texts.read(file)), HostcallLitmusParser::parse);
        all++;
      }
      for (Path file : scenarioFiles()) {
        errors += check(mutations.mutated(Texts.read(file)), HostcallScenarioParser::parse);
        all++;
      }
    }
    assertTrue(errors > all / 10 && errors < all, errors + " errors of " + all);
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

  /** The place, what stands there, what could; names with the nearest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "run|[e] raed count=8 ~ 4:5: found \"raed\", expected a call; did you mean \"read\"?",
        "run|[e] read cout=8 ~ 4:10: found \"cout\", expected an argument of the call (fd, buf,"
            + " count); did you mean \"count\"?",
        "run|[e] read count=8 count=9 ~ 4:18: found a second count, expected each argument once",
        "run|[h] ret=9 ~ 4:5: found \"ret\", expected a call of the enclave before it",
        "run|[e] getpid|[h] rte=9 ~ 5:5: found \"rte\", expected a field of the answer (ret); did"
            + " you mean \"ret\"?",
        "run|[e] getpid|[h] ret=-EPREM ~ 5:10: found \"EPREM\", expected an errno; did you mean"
            + " \"EPERM\"?",
        "run|[x] check ~ 4:2: found \"x\", expected \"e\", \"h\" or \"o\"",
        "world|enclave 0x20..0x10 ~ 4:9: found \"0x20..0x10\", expected a range that is not empty",
        "world|enclave 0x10..0x20|object a 0x0..0x8 ~ 5:10: found \"0x0..0x8\", expected a range"
            + " within the enclave",
        "world|words bits=8 page=3 errors=1 int=4 ~ 4:14: found \"page=3\", expected a power of"
            + " two",
        "world|words bits=8 page=4 errors=1 int=4|enclave 0x10..0x1000 ~ 5:15: found \"0x1000\","
            + " expected a number of 8 bits",
        "world|run|[o] stack ~ 5:5: found \"stack\", expected what to look at (left, harm)"
      })
  void aBadLitmusFileIsOneClearError(String text) {
    String[] parts = text.split(" ~ ");
    Source source = Texts.source(lines(HEAD + parts[0]));
    InputError error = assertThrows(InputError.class, () -> HostcallLitmusParser.parse(source));
    assertEquals("x:" + parts[1], error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "party host ~ 3:11: found the end of the file, expected a party enclave that makes a call",
        "party enclave runs|[e] getpid ~ 4:11: found the end of the file, expected a party host",
        "party enclave runs|[e] getpid|party host ~ 5:11: found the end of the file, expected a"
            + " goal",
        "party enclave runs|[e] getpid|party host|may answer count ~ 6:12: found \"count\","
            + " expected a field of an answer (ret)",
        "goal harn ~ 3:6: found \"harn\", expected a goal (harm, an honest answer is rejected, the"
            + " caller is told contents that nobody wrote, the host chooses what should be random,"
            + " the caller is told a process number that is not its own, the caller is told a time"
            + " that is not yet, the answer never comes); did you mean \"harm\"?"
      })
  void aBadScenarioIsOneClearError(String text) {
    String[] parts = text.split(" ~ ");
    Source source = Texts.source(lines(SCENARIO + parts[0]));
    InputError error = assertThrows(InputError.class, () -> HostcallScenarioParser.parse(source));
    assertEquals("x:" + parts[1], error.getMessage());
  }
}
