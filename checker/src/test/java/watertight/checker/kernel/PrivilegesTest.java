package watertight.checker.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.conform.Conform;
import watertight.checker.conform.Limits;
import watertight.checker.conform.Oracles;
import watertight.checker.conform.Report;
import watertight.checker.kernel.Host.Network;
import watertight.checker.kernel.Host.Privilege;
import watertight.checker.run.WholeCalls;
import watertight.model.Guards;

/** The oracle works for root and for others, and says what it cannot do for whom. */
class PrivilegesTest {
  private static final String NOBODY = "65534";
  private static final int RUNS = 60;

  @TempDir Path dir;

  private enum User {
    ROOT(Privilege.ROOT, true, 330, RUNS),
    ROOT_WITH_ALL_IDS(Privilege.WIDE, true, 300, RUNS / 2),
    ROOT_WITH_ONE_ID(Privilege.SINGLE, true, 200, 3),
    AN_ORDINARY_USER(Privilege.SINGLE, false, 200, 3);

    private final Privilege privilege;
    private final boolean root;
    private final int litmus;
    private final int runs;

    /** How worlds are made, by root or not; how many litmus files and runs they can be put to. */
    User(Privilege privilege, boolean root, int litmus, int runs) {
      this.privilege = privilege;
      this.root = root;
      this.litmus = litmus;
      this.runs = runs;
    }
  }

  /** Those as whom these tests can act: root as anybody, others as themselves. */
  static Stream<User> users() throws IOException {
    return isRoot() ? Stream.of(User.values()) : Stream.of(User.AN_ORDINARY_USER);
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  @ParameterizedTest
  @MethodSource("users")
  void modelAndKernelAgreeWhoeverMakesTheWorlds(User user) throws IOException {
    List<String> command = command(user);
    Limits limits = new Limits(7, RUNS, 20, 1, true, () -> false);
    Report report =
        conform(() -> LocalOracle.start(command, user.privilege, Network.SHARED), limits);
    assertEquals(List.of(), report.disagreements());
    assertEquals(user.privilege, report.host().privilege());
    assertEquals(Optional.empty(), report.unseen());
    assertTrue(report.litmus() >= user.litmus, report.litmus() + " files");
    assertTrue(report.runs() >= user.runs, report.runs() + " runs");
    Set<String> others =
        report.skipped().values().stream()
            .filter(reason -> !reason.startsWith("needs root: "))
            .collect(Collectors.toSet());
    assertTrue(Set.of(WholeCalls.CUT).containsAll(others), others.toString());
  }

  private static Report conform(Oracles oracles, Limits limits) {
    try {
      return new Conform(oracles, Guards.all(), limits).run();
    } catch (NotRun e) {
      return abort("not run: " + e.getMessage());
    }
  }

  /** The executor as this user. */
  private List<String> command(User user) throws IOException {
    Path program = program();
    if (user.root || !isRoot()) {
      return List.of(program.toString());
    }
    Path copy = Files.copy(program, dir.resolve("wt-exec"));
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    return List.of(
        "setpriv",
        "--reuid=" + NOBODY,
        "--regid=" + NOBODY,
        "--clear-groups",
        "--inh-caps=-all",
        copy.toString());
  }

  private static Path program() {
    try {
      return Executor.program();
    } catch (NotRun e) {
      return abort("not run: " + e.getMessage());
    }
  }
}
