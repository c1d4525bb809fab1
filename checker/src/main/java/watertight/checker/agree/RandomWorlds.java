package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import watertight.model.PlainCells;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.BadWorld;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;
import watertight.model.linux.world.WorldLine;

/** Small worlds at random: a few names, links, mounts on each other, two tasks. */
final class RandomWorlds {
  static final List<String> NAMES = List.of("a", "b", "a", "b", "c");
  private static final int MOST_LINES = 9;
  private static final double NOT_ROOT = 0.2;

  private final SplittableRandom random;

  RandomWorlds(SplittableRandom random) {
    this.random = random;
  }

  /** The lines of a world. */
  List<WorldLine> lines() {
    List<WorldLine> lines = new ArrayList<>();
    lines.add(new WorldLine.Dir("/a/b"));
    add(lines, new WorldLine.Bind("/a", absolute()));
    int count = 3 + random.nextInt(MOST_LINES - 3);
    for (int i = 0; i < count; i++) {
      add(lines, line());
    }
    add(lines, task(Task.A));
    add(lines, task(Task.named("B")));
    return lines;
  }

  /** Builds a world, without the lines that cannot be. */
  static PlainCells build(List<WorldLine> lines) {
    List<WorldLine> possible = new ArrayList<>();
    lines.forEach(line -> add(possible, line));
    return WorldBuilder.start(new World(possible));
  }

  private static void add(List<WorldLine> lines, WorldLine line) {
    List<WorldLine> more = new ArrayList<>(lines);
    more.add(line);
    if (isPossible(new World(more))) {
      lines.add(line);
    }
  }

  private static boolean isPossible(World world) {
    try {
      WorldBuilder.build(world, PlainCells.empty());
      return true;
    } catch (BadWorld e) {
      return false;
    }
  }

  private WorldLine line() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> new WorldLine.Dir(absolute());
      case 4 -> new WorldLine.File(absolute(), "");
      case 5, 6, 7, 8 -> new WorldLine.Symlink(absolute(), text());
      case 9 -> new WorldLine.MountNew("tmpfs", absolute(), List.of());
      case 10 -> new WorldLine.MountNew("proc", absolute(), List.of());
      default -> new WorldLine.Bind(absolute(), absolute());
    };
  }

  private WorldLine task(Task task) {
    SortedMap<Integer, String> fds = new TreeMap<>();
    fds.put(3, absolute());
    if (random.nextBoolean()) {
      fds.put(4, absolute());
    }
    Optional<String> root =
        random.nextBoolean() ? Optional.of(absolute()) : Optional.<String>empty();
    Optional<String> cwd =
        random.nextBoolean() ? Optional.of(absolute()) : Optional.<String>empty();
    boolean isRoot = random.nextDouble() >= NOT_ROOT;
    Optional<Integer> uid = isRoot ? Optional.<Integer>empty() : Optional.of(1000);
    return new WorldLine.TaskLine(
        task, uid, Optional.empty(), Optional.of(caps()), root, cwd, Optional.empty(), fds);
  }

  private CapSet caps() {
    CapSet caps = CapSet.ALL;
    if (random.nextInt(4) == 0) {
      caps = caps.minus(CapSet.of(Capability.CAP_SYS_CHROOT));
    }
    if (random.nextInt(4) == 0) {
      caps = caps.minus(CapSet.of(Capability.CAP_SYS_ADMIN));
    }
    return random.nextInt(4) == 0 ? caps.minus(CapSet.of(Capability.CAP_SYS_PTRACE)) : caps;
  }

  private String absolute() {
    StringBuilder path = new StringBuilder();
    int length = 1 + random.nextInt(3);
    for (int i = 0; i < length; i++) {
      path.append('/').append(oneOf(NAMES));
    }
    return path.toString();
  }

  /** A path with dots, links and magic links in it, absolute or not. */
  String text() {
    if (random.nextInt(4) == 0) {
      return magic();
    }
    List<String> names = new ArrayList<>();
    int length = 1 + random.nextInt(3);
    for (int i = 0; i < length; i++) {
      names.add(component());
    }
    String path = String.join("/", names);
    return random.nextInt(3) == 0 ? random.nextInt(8) == 0 ? "/" : "/" + path : path;
  }

  private String component() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> "..";
      case 3 -> ".";
      default -> oneOf(NAMES);
    };
  }

  private String magic() {
    String task = oneOf(List.of("self", "2", "3"));
    String link = oneOf(List.of("root", "cwd", "fd/3", "fd/4", "root", "cwd", "sched/a"));
    String more = random.nextBoolean() ? "" : "/" + component();
    return oneOf(List.of("/proc", "/proc", "/proc", "/a", "a")) + "/" + task + "/" + link + more;
  }

  String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
