package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the specifications gives what it says it gives. */
class SpecificationTest {
  private static final Duration TIME = Duration.ofMinutes(5);
  private static final List<String> NAMES =
      List.of("path", "task", "chroot", "charge", "namespace", "pid", "sgx", "hostcall");
  private static final AlloyLibrary SPECS = AlloyLibrary.onClassPath(NAMES.toArray(String[]::new));
  private static final Map<String, AlloySpec> MODULES =
      NAMES.stream().collect(Collectors.toMap(name -> name, SPECS::load));
  private static final AlloySpec CHROOT = SPECS.load("chroot");

  static Stream<Arguments> commands() {
    return MODULES.entrySet().stream()
        .flatMap(
            module ->
                module.getValue().commands().stream()
                    .map(entry -> Arguments.of(module.getKey(), entry)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("commands")
  void aCommandGivesWhatItExpects(String module, AlloySpec.Entry entry) {
    assertTrue(entry.expects() >= 0, "no expectation");
    AlloyAnswer answer = MODULES.get(module).exists(entry.label(), TIME);
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
    for (String claim :
        List.of(
            "chroot/dotdot-is-root",
            "chroot/lookup-confined",
            "chroot/inside-stays-reachable",
            "chroot/root-is-per-task",
            "chroot/needs-privilege",
            "chroot/confines-root",
            "chroot/fd-from-outside",
            "chroot/moved-directory",
            "chroot/moved-directory.mount-root",
            "chroot/shared-subtree",
            "chroot/check-then-use",
            "chroot/check-then-use.in-root",
            "chroot/check-then-use.beneath",
            "chroot/symlinks-end")) {
      String predicate = AlloyNames.predicate(claim);
      assertTrue(CHROOT.formsOf(predicate).contains(predicate), claim);
      assertTrue(CHROOT.has(predicate + "_witness"), claim);
    }
  }

  @Test
  void aClaimMayHaveSeveralForms() {
    assertEquals(
        List.of("lookup_confined", "lookup_confined_by_steps", "lookup_confined_unmoved"),
        CHROOT.formsOf("lookup_confined"));
    assertEquals(List.of("moved_directory"), CHROOT.formsOf("moved_directory"));
  }
}
