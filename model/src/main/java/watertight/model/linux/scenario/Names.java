package watertight.model.linux.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import watertight.model.linux.namespace.NamespaceType;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TasksCell;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/** The names in a scenario's world, and the path arguments that they make. */
public final class Names {
  private final Set<String> names = new TreeSet<>();

  private final Set<Task> tasks = new HashSet<>(Set.of(Task.A));
  private final Set<Integer> fds = new TreeSet<>();
  private final Set<Integer> ids = new TreeSet<>(Set.of(0));

  private Names() {}

  /** The names of a scenario: of its world's lines, its parties' places and its goal. */
  static Names of(Scenario scenario) {
    Names names = new Names();
    scenario.world().lines().forEach(names::line);
    scenario.parties().forEach(party -> names.line(party.task()));
    switch (scenario.goal()) {
      case Goal.Reads reads -> names.path(reads.path());
      case Goal.Writes writes -> names.path(writes.path());
      case Goal.Upon upon -> {}
      case Goal.BreaksClaim claim -> {}
    }
    names.addProcfs(scenario.world());
    if (scenario.parties().stream().anyMatch(Names::maySetns)) {
      Stream.of(NamespaceType.values()).map(NamespaceType::text).forEach(names.names::add);
    }
    return names;
  }

  private static boolean maySetns(Party party) {
    return party instanceof Party.Free free && free.calls().contains("setns");
  }

  private void line(WorldLine line) {
    switch (line) {
      case WorldLine.Dir dir -> path(dir.path());
      case WorldLine.File file -> path(file.path());
      case WorldLine.Symlink link -> {
        path(link.path());
        path(link.target());
      }
      case WorldLine.Link link -> path(link.path());
      case WorldLine.Fifo fifo -> path(fifo.path());
      case WorldLine.Socket socket -> path(socket.path());
      case WorldLine.Device device -> path(device.path());
      case WorldLine.Mode mode -> path(mode.path());
      case WorldLine.Owner owner -> {
        path(owner.path());
        ids.add(owner.uid());
      }
      case WorldLine.MountNew mount -> path(mount.path());
      case WorldLine.Bind bind -> path(bind.to());
      case WorldLine.TaskLine task -> {
        task.root().ifPresent(this::path);
        task.cwd().ifPresent(this::path);
        task.uid().ifPresent(ids::add);
        tasks.add(task.task());
        fds.addAll(task.fds().keySet());
      }
      case WorldLine.PidNs namespace -> {}
      case WorldLine.Rule rule -> {}
    }
  }

  /** What procfs makes: of tasks and descriptors those that are there from the start. */
  private void addProcfs(World world) {
    boolean mounted =
        world.lines().stream()
            .anyMatch(l -> l instanceof WorldLine.MountNew m && m.type().equals("proc"));
    if (mounted || names.contains("proc")) {
      names.addAll(List.of("self", "root", "cwd", "fd"));
      fds.forEach(fd -> names.add(String.valueOf(fd)));
      for (int i = 0; i < tasks.size(); i++) {
        names.add(String.valueOf(TasksCell.FIRST_PID + i));
      }
    }
  }

  private void path(String path) {
    Arrays.stream(path.split("/")).filter(Names::isName).forEach(names::add);
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && !name.equals(".") && !name.equals("..");
  }

  /** The names, sorted. */
  List<String> list() {
    return List.copyOf(names);
  }

  /** The user ids in the world, root's first. */
  List<Integer> ids() {
    return List.copyOf(ids);
  }

  /**
   * Every relative and absolute path of at most {@code components} names, {@code .} and {@code ..},
   * the shortest first; {@code /} counts as no component.
   */
  public List<String> paths(int components) {
    List<String> words = new ArrayList<>(List.of(".", ".."));
    words.addAll(names);
    Set<String> paths = new LinkedHashSet<>(List.of("/"));
    List<String> longest = List.of("");
    for (int n = 1; n <= components; n++) {
      List<String> longer = new ArrayList<>();
      for (String start : longest) {
        for (String word : words) {
          longer.add(start.isEmpty() ? word : start + "/" + word);
        }
      }
      paths.addAll(longer);
      longer.forEach(path -> paths.add("/" + path));
      longest = longer;
    }
    return List.copyOf(paths);
  }
}
