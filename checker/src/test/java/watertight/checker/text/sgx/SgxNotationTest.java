package watertight.checker.text.sgx;

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
import watertight.model.enclave.sgx.World;
import watertight.model.enclave.sgx.claim.SgxScenario;
import watertight.model.enclave.sgx.claim.SgxScenarios;

class SgxNotationTest {
  private static final long SEED = Long.getLong("watertight.seed", 20_260_101);
  private static final int MUTANTS_OF_EACH = 40;
  private static final Path SCENARIOS = Path.of("..", "specs", "scenarios");
  private static final String WORLD =
      "litmus \"t\"|machine sgx|world|"
          + "enclave E1 base=0x10000 size=0x4000 reg=0x10000:RW:\"s\" tcs=0x12000 ssa=0x13000|run|";

  static List<Path> litmusFiles() {
    return Texts.sgxLitmusFiles();
  }

  static List<SgxScenario> scenarios() {
    return SgxScenarios.all();
  }

  private static Source lines(String text) {
    return Texts.source(text.replace('|', '\n') + "\n");
  }

  @ParameterizedTest
  @MethodSource("litmusFiles")
  void everyFileReadsBackAsItIsPrinted(Path file) {
    MachineLitmus<World, SgxStep> litmus = SgxLitmusParser.parse(Source.read(file)).litmus();
    String printed = SgxLitmusPrinter.text(litmus);
    assertEquals(litmus, SgxLitmusParser.parse(Texts.source(printed)).litmus(), printed);
  }

  /** What reviewers read is what is searched. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void theScenarioFileSaysWhatTheClaimIsLookedAtIn(SgxScenario scenario) {
    Path file = SCENARIOS.resolve(scenario.name() + ".scenario");
    SgxSituation read = SgxSituationParser.parse(Source.read(file));
    assertEquals(scenario.world(), read.world());
    assertEquals(scenario.powers(), read.powers());
    assertEquals(scenario.title(), read.title());
    assertEquals(scenario.claim(), read.claim());
    assertTrue(read.without().isEmpty() && read.depths().isEmpty());
    assertEquals(Texts.read(file), SgxSituationPrinter.text(read));
  }

  @Test
  void noScenarioFileIsLeftOver() {
    List<String> names =
        Texts.sgxScenarioFiles().stream()
            .map(file -> SCENARIOS.relativize(file).toString().replace(".scenario", ""))
            .filter(name -> !name.startsWith("bench/"))
            .sorted()
            .toList();
    assertEquals(scenarios().stream().map(SgxScenario::name).sorted().toList(), names);
  }

  @Test
  void aMutatedFileIsReadOrHasAnError() {
    Mutations mutations = new Mutations(new Random(SEED));
    int errors = 0;
    int tried = 0;
    for (int i = 0; i < MUTANTS_OF_EACH; i++) {
      for (Path file : Texts.sgxLitmusFiles()) {
        errors += check(mutations.mutated(Texts.read(file)), SgxLitmusParser::parse);
        tried++;
      }
      for (Path file : Texts.sgxScenarioFiles()) {
        errors += check(mutations.mutated(Texts.read(file)), SgxSituationParser::parse);
        tried++;
      }
    }
    assertTrue(errors > tried / 5 && errors < tried, errors + " errors in " + tried);
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
        "[p1] EEXIT ~ 6:2: found \"p1\", expected the name of a processor (p0); did you mean"
            + " \"p0\"?",
        "[p0] EENTR 0x12000 ~ 6:6: found \"EENTR\", expected a step; did you mean \"EENTER\"?",
        "[p0] read ~ 6:10: found the end of the line, expected an address such as 0x10000",
        "[p0] read 0x10000 via frame 3 WR ~ 6:31: found \"WR\", expected rights such as RW, or -"
            + " for none",
        "[os] EBLOCK E2.0x10000 ~ 6:13: found \"E2\", expected the name of an enclave (E1); did"
            + " you mean \"E1\"?",
        "[os] EBLOCK E1.0x10008 ~ 6:16: found \"0x10008\", expected the address of a page",
        "[os] EWB E1.0x10000 slot=V0.2 ~ 6:29: found \"2\", expected the number of a slot from 0"
            + " to 1",
        "[os] EBLOCK E1 = #PV ~ 6:18: found \"#PV\", expected a result; did you mean \"#PF\"?",
        "[os] EREMOVE frame 9 ~ 6:20: found \"9\", expected the number of a frame from 0 to 8",
        "[device] fetch frame 1 ~ 6:10: found \"fetch\", expected what a device does (read,"
            + " write)"
      })
  void aBadStepIsOneClearError(String text) {
    String[] parts = text.split(" ~ ");
    InputError error =
        assertThrows(
            InputError.class, () -> SgxLitmusParser.parse(lines((WORLD + parts[0]).strip())));
    assertEquals("x:" + parts[1], error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epc 3|enclave E1 base=0x10000 size=0x4000 reg=0x10000:RW,0x11000:RW,0x12000:RW ~ 5:9:"
            + " found more pages than the EPC has frames, expected at most 3",
        "enclave E2 base=0 size=0x1000 ~ 4:9: found \"E2\", expected \"E1\", the next name",
        "enclave E1 base=0x1000 size=0x4000 ~ 4:11: found a range that no enclave has, expected a"
            + " power of two, and a multiple of it",
        "enclave E1 base=0x4000 size=0x4000 tcs=0x4000 ~ 4:11: found threads without save areas,"
            + " or the other way, expected as many of both",
        "enclave E1 base=0x4000 size=0x4000 reg=0x4000:W ~ 4:11: found a page to write and not to"
            + " read, expected both or none",
        "enclave E1 base=0x4000 size=0x4000 reg=0x8000:R ~ 4:11: found 0x8000, expected a page of"
            + " the enclave's range",
        "procesors 2 ~ 4:1: found \"procesors\", expected a line of the world (processors, epc,"
            + " ram, va, keeps, registers, tables, guarded, monitor, enclave); did you mean"
            + " \"processors\"?",
        "va 1|va 2 ~ 5:1: found a second \"va\", expected each such line once"
      })
  void aBadWorldIsOneClearError(String text) {
    String[] parts = text.split(" ~ ");
    InputError error =
        assertThrows(
            InputError.class,
            () ->
                SgxLitmusParser.parse(
                    lines("litmus \"t\"|machine sgx|world|" + parts[0] + "|run|[p0] EEXIT")));
    assertEquals("x:" + parts[1], error.getMessage());
  }
}
