package watertight.properties.linux.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;
import watertight.properties.linux.Weighted;
import watertight.properties.linux.world.TreeSketch.Entry;
import watertight.properties.linux.world.TreeSketch.How;
import watertight.properties.linux.world.TreeSketch.Looks;
import watertight.properties.linux.world.TreeSketch.Mounted;
import watertight.properties.linux.world.TreeSketch.Sort;

/**
 * Random worlds. Four to fourteen entries with names from {@link #NAMES}: half of them directories,
 * a quarter symbolic links, the rest files, hard links and pipes. A link's text has one to three
 * components, a quarter of them {@code ..}, and is absolute one time in three; so links dangle,
 * loop and lead out of roots. Up to three mounts: binds (which may overlap), tmpfs, nosymfollow,
 * proc. Two owners in three are root; directories are open, private, sticky or read-only. One to
 * three tasks: A as root, the others any user with some capabilities, a root (often that of the
 * world), a working directory (below the root or not, one time in two in what a bind shows) and
 * perhaps a kept descriptor, one time in six of what procfs has about A.
 */
public final class Worlds {
  /** The names that worlds are made of. */
  public static final List<String> NAMES = List.of("a", "b", "c", "d", "f", "l");

  private static final int KEPT_FD = 5;
  private static final String OF_TASK_A = "/proc/2";

  private Worlds() {}

  /** Worlds of all kinds. */
  public static Arbitrary<DrawnWorld> any() {
    return Combinators.combine(
            entries().list().ofMinSize(4).ofMaxSize(14),
            mounts().list().ofMaxSize(3),
            tasks().list().ofMaxSize(2))
        .as(Worlds::world);
  }

  /** Worlds that are a tree and nothing else. */
  public static Arbitrary<DrawnWorld> trees() {
    return entries()
        .list()
        .ofMinSize(4)
        .ofMaxSize(14)
        .map(entries -> world(entries, List.of(), List.of()));
  }

  private static DrawnWorld world(
      List<Entry> entries, List<Mounted> mounts, List<DrawnTask> tasks) {
    TreeSketch tree = new TreeSketch("/");
    entries.forEach(tree::add);
    mounts.forEach(tree::add);
    List<WorldLine> lines = new ArrayList<>(tree.lines());
    List<Task> all = new ArrayList<>(List.of(Task.A));
    for (DrawnTask task : tasks) {
      Task next = new Task(all.size());
      all.add(next);
      lines.add(task.line(next, tree.directories(), tree.bound()));
    }
    return new DrawnWorld(new World(lines), tree.directories(), tree.others(), all);
  }

  /**
   * Worlds in which one task or two, without capabilities, are in a jail of their own: root,
   * working directory and descriptors lie in {@link #JAIL}, and so does all that is bound there,
   * but for trees that lie apart and apart from each other. A, as root outside, is there and idle.
   */
  public static Arbitrary<DrawnWorld> jailed() {
    return Combinators.combine(
            entries().list().ofMinSize(4).ofMaxSize(10),
            entries().list().ofMaxSize(4),
            Arbitraries.integers().between(0, 20).list().ofMaxSize(2),
            jailTasks().list().ofMinSize(1).ofMaxSize(2))
        .as(Worlds::jailWorld);
  }

  /** The root of the tasks of {@link #jailed} worlds. */
  public static final String JAIL = "/jail";

  private static DrawnWorld jailWorld(
      List<Entry> inside, List<Entry> outside, List<Integer> bound, List<DrawnTask> tasks) {
    TreeSketch jail = new TreeSketch(JAIL);
    inside.forEach(jail::add);
    List<WorldLine> lines = new ArrayList<>(List.of(new WorldLine.Dir(JAIL)));
    lines.add(new WorldLine.Mode(0777, JAIL));
    lines.addAll(jail.lines());
    TreeSketch other = new TreeSketch("/shared");
    lines.add(new WorldLine.Dir("/shared"));
    outside.forEach(other::add);
    lines.addAll(other.lines());
    lines.add(new WorldLine.File("/secret", "outside"));
    for (int i = 0; i < bound.size(); i++) {
      String source = "/source" + i;
      lines.add(new WorldLine.File(source + "/d/f", "shared"));
      lines.add(new WorldLine.Mode(0777, source));
      lines.add(new WorldLine.Bind(source, JAIL + "/m" + i));
    }
    List<Task> all = new ArrayList<>();
    for (DrawnTask task : tasks) {
      Task next = new Task(all.size() + 1);
      all.add(next);
      lines.add(task.line(next, jail.directories(), jail.directories()));
    }
    List<String> seen = jail.directories().stream().map(Worlds::inJail).toList();
    List<String> others = jail.others().stream().map(Worlds::inJail).toList();
    return new DrawnWorld(new World(lines), seen, others, all);
  }

  private static String inJail(String name) {
    return name.equals(JAIL) ? "/" : name.substring(JAIL.length());
  }

  private static Arbitrary<Entry> entries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(NAMES),
            Arbitraries.frequency(
                Tuple.of(8, Sort.DIRECTORY),
                Tuple.of(4, Sort.SYMLINK),
                Tuple.of(3, Sort.FILE),
                Tuple.of(1, Sort.HARD_LINK),
                Tuple.of(1, Sort.FIFO)),
            linkTexts(),
            looks())
        .as(Entry::new);
  }

  /** Texts of links. */
  public static Arbitrary<String> linkTexts() {
    Arbitrary<String> components =
        Weighted.of(
            Tuple.of(6, Arbitraries.of(NAMES)),
            Tuple.of(3, Arbitraries.just("..")),
            Tuple.of(1, Arbitraries.just(".")));
    Arbitrary<String> start = Arbitraries.of("", "", "/");
    return Combinators.combine(start, components.list().ofMinSize(1).ofMaxSize(3))
        .as((slash, names) -> slash + String.join("/", names));
  }

  private static Arbitrary<Looks> looks() {
    return Combinators.combine(
            Arbitraries.of(0, 0, 0, 0, 1000, 2000),
            Arbitraries.of(0755, 0755, 0755, 0777, 01777, 0711, 0700, 0555),
            Arbitraries.of(0644, 0644, 0666, 0600, 0444, 0755))
        .as(Looks::new);
  }

  private static Arbitrary<Mounted> mounts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(
                How.BIND, How.BIND, How.BIND, How.TMPFS, How.NOSYMFOLLOW_TMPFS, How.PROC))
        .as(Mounted::new);
  }

  /** A task; the numbers choose among the directories, which a jailed one never leaves. */
  private record DrawnTask(
      int uid, Optional<CapSet> caps, Integer root, int cwd, Optional<Integer> fd, boolean jailed) {
    WorldLine.TaskLine line(Task task, List<String> directories, List<String> bound) {
      SortedMap<Integer, String> fds = new TreeMap<>();
      fd.ifPresent(choice -> fds.put(KEPT_FD, kept(choice % 2 == 0 ? bound : directories, choice)));
      return new WorldLine.TaskLine(
          task,
          Optional.of(uid),
          Optional.of(uid),
          caps,
          Optional.of(pick(directories, root)),
          Optional.of(pick(cwd % 2 == 0 ? bound : directories, cwd)),
          !jailed && cwd % 3 == 1 ? Optional.of(Task.A) : Optional.empty(),
          fds);
    }

    private String kept(List<String> directories, int choice) {
      return !jailed && choice % 6 == 5 ? OF_TASK_A : pick(directories, choice);
    }

    private static String pick(List<String> directories, int choice) {
      return directories.get(choice % directories.size());
    }
  }

  private static Arbitrary<DrawnTask> tasks() {
    Arbitrary<Optional<CapSet>> caps =
        Arbitraries.of(
            Optional.empty(),
            Optional.of(CapSet.NONE),
            Optional.of(CapSet.ALL),
            Optional.of(CapSet.of(Capability.CAP_SYS_CHROOT)),
            Optional.of(CapSet.of(Capability.CAP_SYS_ADMIN, Capability.CAP_DAC_READ_SEARCH)));
    Arbitrary<Integer> roots =
        Weighted.of(
            Tuple.of(2, Arbitraries.just(0)), Tuple.of(3, Arbitraries.integers().between(0, 40)));
    return Combinators.combine(
            Arbitraries.of(0, 1000, 1000, 2000),
            caps,
            roots,
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 40).optional())
        .as((uid, some, root, cwd, fd) -> new DrawnTask(uid, some, root, cwd, fd, false));
  }

  private static Arbitrary<DrawnTask> jailTasks() {
    return Combinators.combine(
            Arbitraries.of(0, 1000, 1000, 2000),
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 40).optional())
        .as((uid, cwd, fd) -> new DrawnTask(uid, Optional.of(CapSet.NONE), 0, cwd, fd, true));
  }
}
