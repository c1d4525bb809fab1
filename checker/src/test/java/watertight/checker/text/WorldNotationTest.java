package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

class WorldNotationTest {
  private static final List<String> LINES =
      List.of(
          "dir /jail/etc",
          "file /f \"text\\n\"",
          "file \"/a b\" \"\"",
          "symlink /l -> ../target",
          "symlink /m -> \"two words\"",
          "link /new /f",
          "fifo /p",
          "socket /s",
          "char /c 1:3",
          "block /b 0:0",
          "mode 0700 /jail",
          "owner 1000:1000 /f",
          "mount tmpfs /t nosymfollow",
          "mount proc /jail/proc",
          "bind /jail/etc /jail/b",
          "rules protected_symlinks=0",
          "task B uid=1000 gid=1000 caps= root=/jail cwd=/jail parent=A fd 5=/jail fd 6=\"/a b\"",
          "task C caps=sys_chroot,mknod",
          "task D caps=all");

  @Test
  void everyLineIsPrintedAsItIsWritten() {
    assertEquals(LINES, WorldPrinter.lines(world(String.join("\n", LINES))));
  }

  @Test
  void blanksAndCommentsMakeNoDifference() {
    World world =
        world("  dir     /d\n\n# so\n  file    /f   # empty\n rules symlinks=3  name_max=9");
    assertEquals(
        List.of(
            new WorldLine.Dir("/d"),
            new WorldLine.File("/f", ""),
            new WorldLine.Rule("symlinks", 3),
            new WorldLine.Rule("name_max", 9)),
        world.lines());
  }

  @Test
  void aTaskHasItsParts() {
    World world = world("dir /j\ntask B session=own fd 7=/j caps=sys_admin parent=A uid=5");
    assertEquals(
        new WorldLine.TaskLine(
            new Task(1),
            Optional.of(5),
            Optional.empty(),
            Optional.of(CapSet.of(Capability.CAP_SYS_ADMIN)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Task.A),
            Optional.empty(),
            true,
            new TreeMap<>(Map.of(7, "/j"))),
        world.lines().get(1));
  }

  @Test
  void theDefaultWorldNeedsNoLines() {
    Litmus litmus = Texts.litmus("litmus \"t\"\nrun\n[A] chdir(\"/\") = 0");
    assertEquals(World.DEFAULT, litmus.world());
    assertTrue(LitmusPrinter.text(litmus).startsWith("litmus \"t\"\n\nrun\n"));
  }

  private static World world(String lines) {
    return Texts.litmus("litmus \"t\"\nworld\n" + lines + "\nrun\n[A] exit(0) = ?\n").world();
  }
}
