package watertight.checker.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watertight.checker.search.Scenarios;
import watertight.checker.text.ScenarioParser;
import watertight.checker.text.Source;
import watertight.checker.trace.TraceStep.Change;
import watertight.model.Guards;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.task.FsGates;
import watertight.model.linux.task.Task;

class TraceBuilderTest {
  private static final Task B = new Task(1);

  private static ScenarioMachine machine(Rules rules, String text) {
    Scenario scenario =
        ScenarioParser.parse(Source.of("test.scenario", text), Scenarios.guards()).scenario();
    return new ScenarioMachine(scenario, Scenarios.scope(scenario, "default"), rules);
  }

  private static ScenarioMachine machine(Rules rules) {
    return machine(
        rules,
        """
        scenario "test"
        world
          dir /jail/d
          file /f "text"
        party one task A uid=0
          may open, chroot, chdir, rename, mkdir, mount, setresuid, exit, clone, close, read
        party two task B uid=1000 caps=
          may chroot
        goal one reads "/f"
        scope default: inodes 9, fds 3, components 2, depth 9
        """);
  }

  private static RenderedTrace trace(Syscall... calls) {
    List<Move> moves =
        java.util.Arrays.stream(calls).<Move>map(call -> new Move.Call(Task.A, call)).toList();
    return TraceBuilder.build("explore", machine(Rules.LINUX), moves, true);
  }

  private static List<Change> changed(Syscall... calls) {
    return trace(calls).steps().getLast().changed();
  }

  @Test
  void theTaskAndTheGateOfARefusalAreNamed() {
    RenderedTrace trace =
        TraceBuilder.build(
            "explore",
            machine(Rules.LINUX),
            List.of(new Move.Call(B, new Syscall.Chroot("/jail"))),
            true);
    assertEquals(
        List.of(
            new TraceStep(
                1,
                "B",
                "chroot(\"/jail\")",
                "-1 EPERM",
                Optional.of("chroot-needs-capability"),
                List.of())),
        trace.steps());
  }

  @Test
  void whatIsAwayIsNamed() {
    Rules without = Rules.LINUX.with(Guards.all().without(FsGates.CHROOT_NEEDS_CAPABILITY));
    RenderedTrace trace =
        TraceBuilder.build(
            "fuzz",
            machine(without),
            List.of(new Move.Call(B, new Syscall.Chroot("/jail"))),
            false);
    assertEquals(List.of("chroot-needs-capability"), trace.without());
    assertEquals(Optional.of("fuzz"), trace.engine());
    assertEquals("one reads \"/f\"", trace.goal());
    assertTrue(trace.litmus().contains("without chroot-needs-capability"), trace.litmus());
    assertTrue(trace.world().contains("dir /jail/d"), () -> trace.world().toString());
  }

  @Test
  void rootAndWorkingDirectoryAreNamedFromTheWorldsOwnRoot() {
    assertEquals(List.of(new Change("A.root", "/", "/jail")), changed(new Syscall.Chroot("/jail")));
    assertEquals(
        List.of(new Change("A.cwd", "/", "/jail/d")),
        changed(new Syscall.Chroot("/jail"), new Syscall.Chdir("/d")));
  }

  @Test
  void aDescriptorSaysWhatItIsOpenFor() {
    assertEquals(
        List.of(new Change("A fd 3", "", "/f (read)")),
        changed(new Syscall.Open("/f", OpenFlags.O_RDONLY, 0)));
    assertEquals(
        List.of(new Change("A fd 3", "/f (path only)", "")),
        changed(new Syscall.Open("/f", OpenFlags.O_PATH, 0), new Syscall.Close(3)));
  }

  @Test
  void aMovedDirectoryIsNamedBeforeAndAfter() {
    assertEquals(
        List.of(new Change("/jail/d", "/jail/d", "/d")),
        changed(new Syscall.Rename("/jail/d", "/d")));
  }

  @Test
  void aNewDirectoryIsDescribed() {
    assertEquals(
        List.of(new Change("/x", "", "directory, 0755, 0:0")),
        changed(new Syscall.Mkdir("/x", 0755)));
  }

  @Test
  void idsAndCapabilitiesAreSeparate() {
    assertEquals(
        List.of(new Change("A.uid", "0", "1000"), new Change("A.caps", "all", "none")),
        changed(new Syscall.Setresuid(1000, 1000, 1000)).stream()
            .filter(change -> !change.what().contains(" "))
            .toList());
  }

  @Test
  void aMountIsNamedByItsPlace() {
    assertEquals(
        List.of(new Change("mount at /jail", "", "a whole file system")),
        changed(new Syscall.Mount("none", "/jail", "tmpfs", 0)).stream()
            .filter(change -> change.what().startsWith("mount"))
            .toList());
  }

  @Test
  void aNewTaskRunsAndOneThatExitsHasExited() {
    assertTrue(changed(new Syscall.Clone(0)).contains(new Change("C", "", "runs")));
    assertTrue(changed(new Syscall.Exit(0)).contains(new Change("A", "runs", "has exited")));
  }

  @Test
  void whatACallWroteStandsInIt() {
    TraceStep read =
        trace(new Syscall.Open("/f", OpenFlags.O_RDONLY, 0), new Syscall.Read(3, 64))
            .steps()
            .getLast();
    assertEquals("read(3</f>, \"text\", 64)", read.call());
    assertEquals("4", read.result());
  }

  @Test
  void aProgramsWalkIsShownComponentByComponent() {
    ScenarioMachine machine =
        machine(
            Rules.LINUX,
            """
            scenario "program"
            world
              file /a/b/f "text"
            party runtime task R uid=0 runs
              [R] open("/a/b/f", O_RDONLY) = @t
            goal runtime reads "/a/b/f"
            scope default: inodes 9, fds 3, components 2, depth 9
            """);
    Move next = new Move.Program(Task.named("R"));
    RenderedTrace trace = TraceBuilder.build("explore", machine, List.of(next, next, next), true);
    assertEquals(
        List.of(
            "open(\"/a/b/f\", O_RDONLY <unfinished ...>",
            "<... open resumed> <unfinished ...>",
            "<... open resumed>)"),
        trace.steps().stream().map(TraceStep::call).toList());
  }

  @Test
  void aMoveThatCannotBeTakenIsAFaultOfWhoeverGaveIt() {
    assertThrows(
        IllegalArgumentException.class,
        () -> trace(new Syscall.Exit(0), new Syscall.Chdir("/jail")));
  }
}
