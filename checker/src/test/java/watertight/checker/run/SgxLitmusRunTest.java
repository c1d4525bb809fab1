package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.text.Source;
import watertight.checker.text.Texts;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.checker.text.sgx.SgxLitmusParser;
import watertight.checker.text.sgx.SgxStep;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.SgxTrace;
import watertight.model.Family;
import watertight.model.Gate;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.enclave.sgx.AccessGates;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.PagingGates;
import watertight.model.enclave.sgx.SgxGuards;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.World;
import watertight.model.enclave.sgx.claim.SgxScenario;
import watertight.model.enclave.sgx.claim.SgxScenarios;

class SgxLitmusRunTest {
  private static final long SEED = Long.getLong("watertight.seed", System.nanoTime());
  private static final int RUNS = 40;
  private static final int MOST_STEPS = 60;

  /**
   * No leaf of the first version sets PENDING and MODIFIED: the vectors of the access check have
   * them. The notation cannot name a slot of what is no version array.
   */
  private static final Set<Gate> OUT_OF_REACH =
      Set.of(
          AccessGates.PENDING_STOPS_FILL,
          AccessGates.MODIFIED_STOPS_FILL,
          PagingGates.EWB_VA,
          PagingGates.ELD_VA);

  static List<Path> files() {
    return Texts.sgxLitmusFiles();
  }

  static List<SgxScenario> scenarios() {
    return SgxScenarios.all();
  }

  private static List<String> failed(MachineLitmusFile<World, SgxStep> file) {
    return SgxLitmusRun.inModel(file).stream()
        .filter(step -> !step.ok())
        .map(step -> step.line() + ": " + step.call() + " = " + step.model())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileGoesAsItSays(Path file) {
    assertEquals(List.of(), failed(SgxLitmusParser.parse(Source.read(file))));
  }

  /** A mutant's file says something that the processor does not do. */
  @ParameterizedTest
  @MethodSource("files")
  void aFileWithoutGuardsFailsWithThem(Path file) {
    MachineLitmusFile<World, SgxStep> read = SgxLitmusParser.parse(Source.read(file));
    boolean fails = !failed(read.whole()).isEmpty();
    assertEquals(!read.litmus().without().isEmpty(), fails);
  }

  @Test
  void everyGateRefusesInSomeFile() {
    Set<String> missing = new TreeSet<>();
    SgxGuards.gatesOfAll().stream()
        .filter(gate -> !OUT_OF_REACH.contains(gate))
        .forEach(gate -> missing.add(gate.id()));
    for (Path file : files()) {
      MachineLitmusFile<World, SgxStep> read = SgxLitmusParser.parse(Source.read(file));
      SgxLitmusRun.inModel(read).forEach(step -> step.gate().ifPresent(missing::remove));
    }
    assertEquals(Set.of(), missing);
  }

  /** What any run prints is a litmus file that goes as it says, step by step. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void anyRunReadsBackAndGoesAgain(SgxScenario scenario) {
    Random random = new Random(SEED);
    SgxMachine machine = new SgxMachine(scenario.world(), scenario.powers(), Guards.all());
    for (int i = 0; i < RUNS; i++) {
      List<Action> run = run(machine, random);
      RenderedTrace trace =
          SgxTrace.build("t", SgxTrace.Subject.of(scenario), Guards.all(), run, false);
      MachineLitmusFile<World, SgxStep> file =
          SgxLitmusParser.parse(Source.of("t", trace.litmus()));
      assertEquals(List.of(), failed(file), "seed " + SEED + "\n" + trace.litmus());
      assertEquals(run.size(), file.litmus().steps().size());
    }
  }

  private static List<Action> run(SgxMachine machine, Random random) {
    PlainCells state = PlainCells.empty();
    machine.start(state);
    List<Family<Action>> families = machine.families();
    List<Action> run = new ArrayList<>();
    while (run.size() < 1 || run.size() < random.nextInt(MOST_STEPS)) {
      Family<Action> family = families.get(random.nextInt(families.size()));
      int[] choice =
          family.domains().stream()
              .mapToInt(domain -> random.nextInt(domain.values().size()))
              .toArray();
      Action action = family.action(choice);
      PlainCells after = state.copy();
      Result result = machine.step(action, after);
      if (result.taken()) {
        run.add(action);
        state = result instanceof Result.Returned ? after : state;
      }
    }
    return run;
  }

  @Test
  void aStepThatCannotBeTakenIsAFailedStep() {
    MachineLitmusFile<World, SgxStep> file =
        SgxLitmusParser.parse(
            Source.of("t", "litmus \"t\"\nmachine sgx\nworld\nrun\n[p0] interrupt\n"));
    assertFalse(SgxLitmusRun.inModel(file).getFirst().ok());
    assertTrue(SgxLitmusRun.inModel(file).getFirst().model().contains("not in enclave mode"));
  }
}
