package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.text.InputError;
import watertight.checker.text.Mutations;
import watertight.checker.text.Source;
import watertight.checker.text.Texts;
import watertight.checker.text.charge.ChargeLitmusParser;
import watertight.checker.text.charge.ChargeLitmusPrinter;
import watertight.checker.text.charge.ChargeStep;
import watertight.checker.text.charge.DrawnWorkloads;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.checker.trace.ChargeTrace;
import watertight.checker.trace.RenderedTrace;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.charge.ChargeGuards;
import watertight.model.charge.ChargeMachine;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;
import watertight.model.charge.claim.ChargeClaims;

class ChargeLitmusRunTest {
  private static final long SEED = Long.getLong("watertight.seed", System.nanoTime());
  private static final int RUNS = 2_000;
  private static final int MOST_STEPS = 60;
  private static final int MUTANTS_OF_EACH = 40;

  static List<Path> files() {
    return Texts.chargeLitmusFiles();
  }

  private static MachineLitmusFile<Workload, ChargeStep> parse(String text) {
    return ChargeLitmusParser.parse(Source.of("t", text));
  }

  private static List<String> failed(MachineLitmusFile<Workload, ChargeStep> file) {
    return ChargeLitmusRun.inModel(file).stream()
        .filter(step -> !step.ok())
        .map(step -> step.line() + ": " + step.call() + " = " + step.model())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileOfTheSpecificationGoesAsItSays(Path file) {
    MachineLitmusFile<Workload, ChargeStep> litmus = ChargeLitmusParser.parse(Source.read(file));
    assertEquals(List.of(), failed(litmus));
    assertTrue(litmus.litmus().source().isPresent(), "no source");
  }

  /** With all guards in force a mutant's file goes wrong: it says something about its guards. */
  @ParameterizedTest
  @MethodSource("files")
  void aMutantsFileFailsWithItsGuardsInForce(Path file) {
    MachineLitmusFile<Workload, ChargeStep> read = ChargeLitmusParser.parse(Source.read(file));
    if (!read.litmus().without().isEmpty()) {
      assertFalse(failed(read.whole()).isEmpty());
    }
  }

  @Test
  void everyClaimAndEveryGuardHasAFile() {
    Set<String> missing = new TreeSet<>();
    ChargeClaims.all().forEach(claim -> missing.add(claim.name()));
    List.of(ChargeGuards.values()).forEach(guard -> missing.add(guard.id()));
    for (Path file : files()) {
      MachineLitmus<Workload, ChargeStep> litmus =
          ChargeLitmusParser.parse(Source.read(file)).litmus();
      litmus.claim().ifPresent(missing::remove);
      litmus.without().forEach(guard -> missing.remove(guard.id()));
    }
    assertEquals(Set.of(), missing);
  }

  /** Every run that the machine has, printed as a file and read again, is the same run. */
  @Test
  void whateverTheMachineDoesCanBeWrittenDownAndRunAgain() {
    Random random = new Random(SEED);
    DrawnWorkloads drawn = new DrawnWorkloads(random);
    int steps = 0;
    for (int i = 0; i < RUNS; i++) {
      Workload workload = drawn.workload();
      Guards guards = Guards.all().without(drawn.guards());
      List<Task> tasks = schedule(new ChargeMachine(workload, guards), random);
      ChargeTrace.Subject subject =
          new ChargeTrace.Subject("t", Optional.empty(), workload, "none");
      RenderedTrace trace = ChargeTrace.build("test", subject, guards, tasks, false);
      if (!tasks.isEmpty()) {
        MachineLitmusFile<Workload, ChargeStep> file = parse(trace.litmus());
        assertEquals(List.of(), failed(file), () -> "seed " + SEED + "\n" + trace.litmus());
        assertEquals(workload, file.litmus().world());
        assertEquals(guards.away(), file.litmus().without());
        assertEquals(tasks.stream().map(Task::toString).toList(), actors(file.litmus()));
        assertEquals(trace.litmus(), ChargeLitmusPrinter.text(file.litmus()));
      }
      steps += tasks.size();
    }
    assertTrue(steps > 5 * RUNS, steps + " steps, seed " + SEED);
  }

  private static List<String> actors(MachineLitmus<Workload, ChargeStep> litmus) {
    return litmus.steps().stream().map(ChargeStep::actor).toList();
  }

  private static List<Task> schedule(ChargeMachine machine, Random random) {
    PlainCells state = PlainCells.empty();
    machine.start(state);
    List<Task> all = machine.workload().tasks();
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < MOST_STEPS; i++) {
      Task task = all.get(random.nextInt(all.size()));
      if (machine.step(task, state) instanceof Result.Returned) {
        tasks.add(task);
      }
    }
    return tasks;
  }

  @Test
  void aMutatedFileGivesVerdictsOrOneErrorAndNothingElse() {
    Mutations mutations = new Mutations(new Random(SEED));
    int run = 0;
    int errors = 0;
    for (Path file : files()) {
      for (int i = 0; i < MUTANTS_OF_EACH; i++) {
        byte[] mutant = mutations.mutated(Texts.read(file));
        try {
          ChargeLitmusRun.inModel(ChargeLitmusParser.parse(Source.of("x", mutant)));
          run++;
        } catch (InputError e) {
          errors++;
        } catch (RuntimeException e) {
          throw new AssertionError("seed " + SEED + "\n" + new String(mutant), e);
        }
      }
    }
    assertTrue(run > 100 && errors > 100, run + " run, " + errors + " errors, seed " + SEED);
  }

  private static final String TWO =
      """
      litmus "t"
      machine charge

      world
        group g0 max=1
        task t0 group=g0 runs set-limit g0 2
        task t1 group=g0 runs set-limit g0 3, charge 1

      run
      """;

  private static List<String> shown(String steps) {
    return ChargeLitmusRun.inModel(parse(TWO + steps)).stream()
        .map(step -> (step.ok() ? "ok " : "failed ") + step.model())
        .toList();
  }

  @Test
  void whoWaitsIsSaidToWaitAndNothingElse() {
    assertEquals(List.of("ok ok", "ok waits"), shown("[t0] lock = ok\n[t1] lock = waits\n"));
    assertEquals(List.of("ok ok", "failed waits"), shown("[t0] lock = ok\n[t1] lock = ok\n"));
    assertEquals(List.of("ok ok", "failed waits"), shown("[t0] lock = ok\n[t1] lock\n"));
    assertEquals(
        List.of("ok ok", "failed lock waits"), shown("[t0] lock = ok\n[t1] move g0 = waits\n"));
  }

  @Test
  void aStepOfAnotherKindFailsAndIsNotTaken() {
    assertEquals(List.of("failed lock = ok", "ok ok"), shown("[t0] read g0 = 0\n[t0] lock = ok\n"));
  }

  @Test
  void aTaskThatIsDoneTakesNoStep() {
    String all = "[t0] lock\n[t0] read g0\n[t0] xchg g0 2\n[t0] read g0 = 0, done\n[t0] lock\n";
    assertEquals("failed it is done", shown(all).getLast());
  }

  @Test
  void whoLooksSeesCountersLimitsAndHoldings() {
    assertEquals(
        List.of("ok 0", "ok 1", "ok 0", "failed 0"),
        shown("[o] usage g0 = 0\n[o] max g0 = 1\n[o] holds t1 = ?\n[o] usage g0 = 1 or 2\n"));
  }
}
