package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void insertingTakingOutReplacingAndSwappingIsOneChangeEach() {
    assertEquals(1, Nearest.distance("open", "opens"));
    assertEquals(1, Nearest.distance("open", "pen"));
    assertEquals(1, Nearest.distance("open", "oben"));
    assertEquals(1, Nearest.distance("open", "oepn"));
    assertEquals(4, Nearest.distance("", "open"));
  }

  @Test
  void theNearestComeFirstAndTheFarDoNotCome() {
    List<String> known = List.of("openat2", "openat", "open", "chroot");
    assertEquals(List.of("open", "openat"), Nearest.to("opena", known));
    assertEquals(List.of("chroot"), Nearest.to("CHROOT", known));
    assertEquals(List.of(), Nearest.to("mount", known));
    assertEquals(List.of(), Nearest.to("x".repeat(100_000), known));
  }
}
