package watertight.checker.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class OneStepTest {
  @Test
  void aQuestionAboutAWholeTraceIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Spec.shared().ask("w: Walk", "always walking[w]"));
  }

  @Test
  void theGuardsOfTheSpecificationAreThoseOfTheModel() {
    assertEquals(
        List.of(
            "absolute-symlink-restarts-at-root",
            "chroot-needs-capability",
            "dotdot-at-mount-root-crosses-to-mountpoint",
            "dotdot-stops-at-root",
            "lookup-enters-mounts",
            "path-must-stay-connected",
            "resolve-beneath",
            "resolve-in-root",
            "root-per-task",
            "scoped-dotdot-undisturbed",
            "scoped-walk-ends-inside",
            "symlink-limit"),
        GuardNames.of(Spec.shared()).stream().map(guard -> guard.id()).sorted().toList());
  }

  @Test
  void aListIsShrunkToWhatMatters() {
    List<Integer> numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    List<Integer> left = Shrink.list(numbers, some -> some.contains(3) && some.contains(8));
    assertEquals(List.of(3, 8), left);
  }
}
