package watertight.checker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceStep;
import watertight.checker.trace.TraceStep.Change;

class TraceTextTest {

  @Test
  void aTraceReadsLikeStraceWithGatesAndChangesBesideIt() {
    RenderedTrace trace =
        new RenderedTrace(
            Optional.of("s/c"),
            Optional.of("explore"),
            List.of("some-guard"),
            Map.of(),
            true,
            List.of("dir /jail"),
            List.of(
                new TraceStep(
                    1,
                    "A",
                    "chroot(\"/jail\")",
                    "0",
                    Optional.empty(),
                    List.of(new Change("A.root", "/", "/jail"), new Change("A fd 3", "", "/f"))),
                new TraceStep(
                    2, "B", "chdir(\"/x\")", "-1 ENOENT", Optional.of("name-exists"), List.of())),
            "A reads \"/f\"",
            OptionalInt.of(1),
            "");
    assertEquals(
        """
        s/c: 2 steps, the shortest, found by explore
        without some-guard
        world
          dir /jail
        steps
          1  [A] chroot("/jail")  = 0                       A.root: / → /jail
                                                            A fd 3: new, /f
          2  [B] chdir("/x")      = -1 ENOENT  name-exists
        and from step 1 again, without end
        goal A reads "/f"
        """,
        String.join("\n", TraceText.lines(trace, Style.PLAIN)) + "\n");
  }
}
