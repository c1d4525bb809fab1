package watertight.properties.linux.state;

import static watertight.model.linux.path.PathChoices.ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT;
import static watertight.model.linux.path.PathChoices.DOTDOT_AT_MOUNT_ROOT_CROSSES;
import static watertight.model.linux.path.PathChoices.DOTDOT_STOPS_AT_ROOT;
import static watertight.model.linux.path.PathGates.PATH_MUST_STAY_CONNECTED;
import static watertight.model.linux.task.FsGates.CHROOT_NEEDS_CAPABILITY;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.ShrinkingMode;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.claim.Geometry;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.world.WorldBuilder;
import watertight.properties.linux.call.Run;
import watertight.properties.linux.call.Run.By;
import watertight.properties.linux.call.Runs;
import watertight.properties.linux.world.Worlds;

/**
 * Tasks without capabilities, with root, working directory and descriptors in a jail, never get
 * anything from outside of it: chroot/lookup-confined and chroot/needs-privilege along random runs.
 */
class JailProperties {
  private static final int LENGTH = 20;
  private static final int MOST_RUNS = 20_000;
  private static final long SEED = 1;

  @Provide
  Arbitrary<Run> runs() {
    return Runs.jailed(LENGTH);
  }

  @Property(tries = 2000, shrinking = ShrinkingMode.BOUNDED)
  void jailedTasksStayInside(@ForAll("runs") Run run) {
    JailedRun jailed = new JailedRun(run, Rules.LINUX);
    if (jailed.escape != null) {
      throw new AssertionError(jailed.escape + " leaves the jail");
    }
  }

  /** Else the property above would say nothing. */
  @Example
  boolean jailedTasksMoveAbout() {
    RandomGenerator<Run> runs = runs().generator(1000, false);
    Random random = new Random(SEED);
    Set<String> met = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      met.addAll(new JailedRun(runs.next(random).value(), Rules.LINUX).met);
    }
    return met.containsAll(Set.of("moved", "opened", "climbed", "renamed"));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  boolean withoutAGuardSomeRunLeaves(@ForAll("twins") Set<Guard> away) {
    RandomGenerator<Run> runs = runs().generator(1000, false);
    Rules rules = Rules.LINUX.with(Guards.all().without(away));
    Random random = new Random(SEED);
    for (int i = 0; i < MOST_RUNS; i++) {
      if (new JailedRun(runs.next(random).value(), rules).escape != null) {
        return true;
      }
    }
    return false;
  }

  @Provide
  Arbitrary<Set<Guard>> twins() {
    return Arbitraries.of(
        Set.of(DOTDOT_STOPS_AT_ROOT),
        Set.of(ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT),
        Set.of(CHROOT_NEEDS_CAPABILITY),
        Set.of(DOTDOT_AT_MOUNT_ROOT_CROSSES, PATH_MUST_STAY_CONNECTED));
  }

  /** A run, and the first call after which a jailed task has something from outside. */
  private static final class JailedRun {
    private final PlainCells cells;
    private final Path jail;
    private final Path born;
    private final Set<String> met = new HashSet<>();
    private By escape;

    JailedRun(Run run, Rules rules) {
      cells = WorldBuilder.start(run.world().world());
      jail = Geometry.find(cells, Worlds.JAIL);
      OpenFile standard = Files.table(cells, Task.A).files().get(0);
      born = cells.get(new OpenFileCell(standard)).pathOrNull();
      Kernel kernel = new Kernel(rules);
      for (By by : run.calls()) {
        Result result = kernel.call(cells, by.task(), by.call());
        note(by.call(), result);
        if (escape == null && runs(by.task()) && !isInside(by.task())) {
          escape = by;
        }
      }
    }

    private void note(Syscall call, Result result) {
      if (!(result instanceof Result.Returned returned)) {
        return;
      }
      switch (call) {
        case Syscall.Chdir chdir -> met.add(chdir.path().contains("..") ? "climbed" : "moved");
        case Syscall.Rename rename -> met.add("renamed");
        default -> {
          if (returned.answer() instanceof Reply.Descriptor) {
            met.add("opened");
          }
        }
      }
    }

    private boolean runs(Task task) {
      return cells.view(new TaskCell(task), new TaskCell.Runs());
    }

    private boolean isInside(Task task) {
      FsState fs = cells.get(new FsCell(cells.get(new TaskCell(task)).fs()));
      return fs.root().equals(jail)
          && Geometry.isBelow(cells, fs.cwd(), jail)
          && Files.table(cells, task).files().values().stream()
              .map(file -> cells.get(new OpenFileCell(file)))
              .allMatch(this::isInside);
    }

    private boolean isInside(OpenFileState file) {
      Path path = file.pathOrNull();
      return path == null || path.equals(born) || Geometry.isBelow(cells, path, jail);
    }
  }
}
