package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.text.Source;
import watertight.checker.text.Texts;
import watertight.checker.text.hostcall.HostcallLitmusParser;
import watertight.checker.text.hostcall.HostcallStep;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.claim.IagoClaims;

class HostcallLitmusRunTest {
  static List<Path> files() {
    return Texts.litmusFiles(HostcallLitmusParser.MACHINE);
  }

  private static List<String> failed(MachineLitmusFile<Situation, HostcallStep> file) {
    return HostcallLitmusRun.inModel(file).stream()
        .filter(step -> !step.ok())
        .map(step -> step.line() + ": " + step.call() + " = " + step.model())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileOfTheSpecificationGoesAsItSays(Path file) {
    MachineLitmusFile<Situation, HostcallStep> litmus =
        HostcallLitmusParser.parse(Source.read(file));
    assertEquals(List.of(), failed(litmus));
    assertTrue(litmus.litmus().source().isPresent(), "no source");
  }

  /** With all guards in force a mutant's file goes wrong: it says something about its guards. */
  @ParameterizedTest
  @MethodSource("files")
  void aMutantsFileFailsWithItsGuardsInForce(Path file) {
    MachineLitmusFile<Situation, HostcallStep> read = HostcallLitmusParser.parse(Source.read(file));
    if (!read.litmus().without().isEmpty()) {
      assertFalse(failed(read.whole()).isEmpty());
    }
  }

  @Test
  void everyClaimAndEveryGuardHasAFile() {
    Set<String> missing = new TreeSet<>();
    IagoClaims.all().forEach(claim -> missing.add(claim.name()));
    List.of(HostcallGuards.values()).forEach(guard -> missing.add(guard.id()));
    for (Path file : files()) {
      MachineLitmus<Situation, HostcallStep> litmus =
          HostcallLitmusParser.parse(Source.read(file)).litmus();
      litmus.claim().ifPresent(missing::remove);
      litmus.without().forEach(guard -> missing.remove(guard.id()));
    }
    assertEquals(Set.of(), missing);
  }
}
