package watertight.checker.text.charge;

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
import watertight.model.charge.Workload;
import watertight.model.charge.claim.ChargeScenario;
import watertight.model.charge.claim.ChargeScenarios;

class ChargeNotationTest {
  private static final long SEED = Long.getLong("watertight.seed", 20_260_101);
  private static final int RUNS = 1_000;
  private static final int MUTANTS = 6_000;
  private static final String HEAD = "litmus \"t\"|machine charge|";
  private static final String WORLD = "world|group g0 max=2|task t0 group=g0 rounds=1|";

  private static String lines(String text) {
    return text.replace('|', '\n') + "\n";
  }

  static List<Path> litmusFiles() {
    return Texts.chargeLitmusFiles();
  }

  static List<ChargeScenario> scenarios() {
    return ChargeScenarios.all();
  }

  @Test
  void everyLitmusTestReadsBackAsItIsPrinted() {
    DrawnWorkloads drawn = new DrawnWorkloads(new Random(SEED));
    for (int i = 0; i < RUNS; i++) {
      MachineLitmus<Workload, ChargeStep> litmus = drawn.litmus();
      String text = ChargeLitmusPrinter.text(litmus);
      MachineLitmus<Workload, ChargeStep> again =
          ChargeLitmusParser.parse(Texts.source(text)).litmus();
      assertEquals(litmus, again, text);
      assertEquals(text, ChargeLitmusPrinter.text(again));
    }
  }

  @Test
  void everyScenarioReadsBackAsItIsPrinted() {
    DrawnWorkloads drawn = new DrawnWorkloads(new Random(SEED));
    for (int i = 0; i < RUNS; i++) {
      ChargeSituation situation = drawn.situation();
      String text = ChargeSituationPrinter.text(situation);
      ChargeSituation again = ChargeSituationParser.parse(Texts.source(text));
      assertEquals(situation, again, text);
      assertEquals(text, ChargeSituationPrinter.text(again));
    }
  }

  @ParameterizedTest
  @MethodSource("litmusFiles")
  void everyFileReadsBackAsItIsPrinted(Path file) {
    MachineLitmus<Workload, ChargeStep> litmus =
        ChargeLitmusParser.parse(Source.read(file)).litmus();
    String printed = ChargeLitmusPrinter.text(litmus);
    assertEquals(litmus, ChargeLitmusParser.parse(Texts.source(printed)).litmus());
  }

  /** What reviewers read is what is searched. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void theScenarioFileSaysWhatTheClaimIsLookedAtIn(ChargeScenario scenario) {
    Path file = Path.of("..", "specs", "scenarios", scenario.name() + ".scenario");
    ChargeSituation read = ChargeSituationParser.parse(Source.read(file));
    assertEquals(scenario.workload(), read.workload());
    assertEquals(scenario.title(), read.title());
    assertEquals(scenario.claim(), read.claim().orElseThrow());
    assertEquals("breaks " + scenario.claim(), read.goal().text());
    assertTrue(read.without().isEmpty() && read.depths().isEmpty());
  }

  @Test
  void noScenarioFileIsLeftOver() {
    List<String> names =
        Texts.chargeScenarioFiles().stream()
            .map(file -> Path.of("..", "specs", "scenarios").relativize(file).toString())
            .filter(name -> !name.startsWith("bench/"))
            .map(name -> name.replace(".scenario", ""))
            .sorted()
            .toList();
    assertEquals(scenarios().stream().map(ChargeScenario::name).sorted().toList(), names);
  }

  @Test
  void aMutatedFileIsReadOrHasAnError() {
    DrawnWorkloads drawn = new DrawnWorkloads(new Random(SEED));
    Mutations mutations = new Mutations(new Random(SEED));
    int errors = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] litmus = mutations.mutated(ChargeLitmusPrinter.text(drawn.litmus()));
      errors += check(litmus, ChargeLitmusParser::parse);
      byte[] situation = mutations.mutated(ChargeSituationPrinter.text(drawn.situation()));
      errors += check(situation, ChargeSituationParser::parse);
    }
    assertTrue(errors > MUTANTS / 5 && errors < 2 * MUTANTS, errors + " errors");
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
        "world|run|[t0] add g0 1 ~ 5:2: found \"t0\", expected the name of a task that stands in"
            + " the world",
        "world|group g1 ~ 4:7: found \"g1\", expected \"g0\", the next name",
        "world|group g0 parent=g0 ~ 4:17: found \"g0\", expected the name of a group that stands in"
            + " the world",
        "world|group g0|group g1 max=2 ~ 5:15: found the end of the line, expected \"parent=\" and"
            + " a group: g0 alone has none",
        "world|group g0 max=-1 ~ 4:14: found \"-1\", expected a limit, max or a number from 0 to"
            + " 1073741824",
        "world|groop g0 ~ 4:1: found \"groop\", expected a line of the world (controller, pid_max,"
            + " group, task); did you mean \"group\"?",
        "world|group g0|task t0 group=g1 ~ 5:15: found \"g1\", expected the name of a group (g0);"
            + " did you mean \"g0\"?",
        "world|group g0|task t0 group=g0 ~ 5:17: found the end of the line, expected \"rounds=\" or"
            + " \"runs\" and jobs",
        "world|group g0|task t0 group=g0 runs chrge 1 ~ 5:23: found \"chrge\", expected a job"
            + " (charge, uncharge, set-limit, put-limit, move, remove); did you mean \"charge\"?",
        "world|controller pids|group g0|task t0 group=g0 runs set-limit g0 1 ~ 6:23: found"
            + " \"set-limit\", which is not in this version, expected a job (fork, exit,"
            + " put-limit)",
        "world|pid_max 3|group g0|task t0 group=g0 rounds=1|run|[t0] lock ~ 4:9: found pid_max,"
            + " expected it with \"controller pids\" alone",
        "without charge-is-atomic ~ 3:9: found \"charge-is-atomic\", expected the name of a guard"
            + " (charge-is-atomic-add, charge-before-allocation, charge-checks-every-ancestor,"
            + " rollback-at-failing-level, rollback-below, charge-reads-limit-after-add,"
            + " set-limit-rechecks, set-limit-serialised, uncharge-matches-charge,"
            + " offline-group-keeps-charges, pids-charged-on-fork, pids-checks-every-ancestor); did"
            + " you mean \"charge-is-atomic-add\"?"
      })
  void aBadWorldIsOneClearError(String text) {
    assertError(HEAD, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run|[t1] add g0 1 ~ 7:2: found \"t1\", expected the name of a task (t0); did you mean"
            + " \"t0\"?",
        "run|[t0] ad g0 1 ~ 7:6: found \"ad\", expected a step; did you mean \"add\"?",
        "run|[t0] add g0 ~ 7:12: found the end of the line, expected a number of pages",
        "run|[t0] lock = over ~ 7:13: found \"over\", expected a result (ok, waits)",
        "run|[t0] sub g0 1 = given ~ 7:22: found the end of the line, expected \"back\"",
        "run|[t0] compare 1 g0 1 ~ 7:16: found \"g0\", expected \"max\", a group and its limit",
        "run|[o] usage g0 = x ~ 7:16: found \"x\", expected a number",
        "run ~ 6:4: found the end of the file, expected a step such as [t0] add g0 1"
      })
  void aBadStepIsOneClearError(String text) {
    assertError(HEAD + WORLD, text);
  }

  private static void assertError(String before, String text) {
    String[] parts = text.split(" ~ ");
    InputError error =
        assertThrows(
            InputError.class,
            () -> ChargeLitmusParser.parse(Texts.source(lines(before + parts[0]).strip())));
    assertEquals("x:" + parts[1], error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "party a task t0 group=g0 rounds=1|party a task t1 group=g0 rounds=1 ~ 7:7: found a second"
            + " party \"a\", expected each party once",
        "party a task t0 group=g0 rounds=1|goal breaks memory/never-overcharge ~ 7:13: found"
            + " \"memory/never-overcharge\", expected a claim about charging; did you mean"
            + " \"memory/never-overcharged\"?",
        "party a task t0 group=g0 rounds=1|goal usage g0 = 1 ~ 7:15: found \"=\", expected \">\"",
        "party a task t0 group=g0 rounds=1 ~ 6:34: found the end of the file, expected a goal, or a"
            + " claim",
        "task t0 group=g0 rounds=1 ~ 6:1: found \"task\", expected a line of the world (controller,"
            + " pid_max, group)",
        "party a task t0 group=g0 rounds=1|scope default: depht 4 ~ 7:16: found \"depht\", expected"
            + " \"depth\", the one bound of this machine"
      })
  void aBadScenarioIsOneClearError(String text) {
    String[] parts = text.split(" ~ ");
    String whole = "scenario \"t\"|machine charge|world|controller memory|group g0|" + parts[0];
    InputError error =
        assertThrows(
            InputError.class,
            () -> ChargeSituationParser.parse(Texts.source(lines(whole).strip())));
    assertEquals("x:" + parts[1], error.getMessage());
  }
}
