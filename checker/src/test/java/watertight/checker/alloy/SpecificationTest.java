package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the specifications gives what it says it gives. */
class SpecificationTest {
  private static final Duration TIME = Duration.ofMinutes(5);
  private static final AlloyLibrary SPECS = AlloyLibrary.onClassPath("path", "chroot");
  private static final AlloySpec PATH = SPECS.load("path");
  private static final AlloySpec CHROOT = SPECS.load("chroot");

  static Stream<Arguments> commands() {
    return Stream.of(PATH, CHROOT)
        .flatMap(spec -> spec.commands().stream().map(entry -> Arguments.of(spec.module(), entry)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("commands")
  void aCommandGivesWhatItExpects(String module, AlloySpec.Entry entry) {
    AlloySpec spec = module.equals("path") ? PATH : CHROOT;
    assertTrue(entry.expects() >= 0, "no expectation");
    AlloyAnswer answer = spec.run(entry.label(), TIME);
    AlloyAnswer.Kind expected =
        entry.expects() == 1 ? AlloyAnswer.Kind.FOUND : AlloyAnswer.Kind.NONE;
    assertEquals(expected, answer.kind(), answer::scope);
  }

  @Test
  void everyGuardIsCaughtBySomeCommand() {
    List<String> labels = CHROOT.commands().stream().map(AlloySpec.Entry::label).toList();
    for (String guard :
        List.of(
            "dotdot-stops-at-root",
            "absolute-symlink-restarts-at-root",
            "dotdot-at-mount-root-crosses-to-mountpoint",
            "root-per-task",
            "chroot-needs-capability",
            "path-must-stay-connected",
            "symlink-limit",
            "resolve-in-root",
            "resolve-beneath")) {
      String signature = AlloyNames.signature(guard);
      assertTrue(CHROOT.knows(signature), guard);
      assertTrue(labels.stream().anyMatch(label -> label.endsWith("_without_" + signature)), guard);
    }
    assertFalse(CHROOT.knows("NoSuchGuard"));
  }

  @Test
  void everyClaimHasAWitness() {
    for (AlloySpec.Entry entry : CHROOT.commands()) {
      String label = entry.label();
      int without = label.indexOf("_without_");
      String predicate = without < 0 ? label : label.substring(0, without);
      if (entry.isCheck() && CHROOT.has(predicate) && without >= 0) {
        assertTrue(CHROOT.has(predicate + "_witness"), label);
      }
    }
  }
}
