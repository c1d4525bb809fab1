package watertight.checker.kernel.seen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import watertight.checker.kernel.seen.Snapshot.FileSeen;
import watertight.checker.kernel.seen.Snapshot.MountSeen;
import watertight.checker.kernel.seen.Snapshot.NamespacesSeen;
import watertight.checker.kernel.seen.Snapshot.Node;
import watertight.checker.kernel.seen.Snapshot.Place;
import watertight.checker.kernel.seen.Snapshot.ProcessSeen;
import watertight.checker.kernel.seen.Snapshot.TaskSeen;
import watertight.model.linux.OpenFlags;

/**
 * A snapshot as lines that are equal exactly when the snapshots are the same: identities get
 * numbers in the order in which they are first met. First the root mount's tree by sorted names,
 * then the mounts from the root down with the trees that they are the first to show, then the
 * tasks.
 *
 * <p>Of the flags of open files, the access mode and O_PATH count.
 */
public final class Canonical {
  private static final long FLAGS = OpenFlags.O_ACCMODE | OpenFlags.O_PATH;

  private final Snapshot snapshot;
  private final boolean shared;
  private final List<String> lines = new ArrayList<>();
  private final Numbers objects = new Numbers();
  private final Numbers mounts = new Numbers();
  private final Numbers structs = new Numbers();
  private final Numbers tables = new Numbers();
  private final Numbers descriptions = new Numbers();
  private final Map<Object, Node> treeOf = new HashMap<>();
  private final Map<Object, List<MountSeen>> on = new HashMap<>();
  private final Set<Object> shown = new HashSet<>();

  private Canonical(Snapshot snapshot, boolean shared) {
    this.snapshot = snapshot;
    this.shared = shared;
  }

  /** The lines, with what tasks share where the snapshot tells it. */
  public static List<String> lines(Snapshot snapshot) {
    return lines(snapshot, true);
  }

  /**
   * The lines.
   *
   * @param shared whether they say which fs_struct, files_struct and open file description is which
   */
  public static List<String> lines(Snapshot snapshot, boolean shared) {
    return new Canonical(snapshot, shared).lines();
  }

  /**
   * Whether a snapshot says which fs_struct and files_struct each task has, and each descriptor's
   * description.
   */
  public static boolean tellsSharing(Snapshot snapshot) {
    return snapshot.tasks().values().stream()
        .allMatch(
            task ->
                task.fs().isPresent()
                    && task.table().isPresent()
                    && task.files().values().stream().allMatch(f -> f.description().isPresent()));
  }

  private List<String> lines() {
    snapshot.trees().forEach(tree -> index(tree, tree));
    for (MountSeen mount : snapshot.mounts()) {
      mount.parent().ifPresent(p -> on.computeIfAbsent(p, key -> new ArrayList<>()).add(mount));
    }
    snapshot.mounts().stream().filter(m -> m.parent().isEmpty()).forEach(this::mount);
    snapshot.tasks().forEach(this::task);
    snapshot.processes().forEach((letter, seen) -> lines.add(process(letter, seen)));
    return lines;
  }

  private void index(Node node, Node tree) {
    treeOf.put(node.id(), tree);
    node.entries().values().forEach(child -> index(child, tree));
  }

  private void mount(MountSeen mount) {
    Node tree = treeOf.get(mount.root());
    if (tree != null && shown.add(tree.id())) {
      lines.add("a tree of " + mount.type());
      node("/", tree);
    }
    StringBuilder line = new StringBuilder("mount ").append(mounts.of(mount.id()));
    line.append(' ').append(mount.type()).append(" of ").append(objects.of(mount.root()));
    mount.parent().ifPresent(parent -> line.append(" on ").append(mounts.of(parent)));
    mount.mountpoint().ifPresent(point -> line.append(" at ").append(objects.of(point)));
    lines.add(line.append(mount.nosymfollow() ? " nosymfollow" : "").toString());
    List<Integer> listed = snapshot.numbers().get(mount.root());
    if (listed != null && shown.add(mount.root())) {
      lines.add("  which lists " + listed);
    }
    on.getOrDefault(mount.id(), List.of()).stream()
        .sorted(
            Comparator.comparingInt((MountSeen m) -> m.mountpoint().map(objects::known).orElse(0))
                .thenComparing(MountSeen::type)
                .thenComparingInt(m -> objects.known(m.root())))
        .forEach(this::mount);
  }

  private void node(String name, Node node) {
    StringBuilder line = new StringBuilder("  ").append(name).append(' ');
    line.append(objects.of(node.id())).append(" mode ").append(Integer.toOctalString(node.mode()));
    line.append(" owner ").append(node.uid()).append(':').append(node.gid());
    lines.add(line.append(" \"").append(node.content()).append('"').toString());
    String below = name.equals("/") ? "/" : name + "/";
    node.entries().forEach((child, entry) -> node(below + child, entry));
  }

  private void task(String letter, TaskSeen task) {
    StringBuilder line = new StringBuilder("task ").append(letter);
    line.append(" root ").append(place(task.root())).append(" cwd ").append(place(task.cwd()));
    if (shared) {
      line.append(" fs ").append(task.fs().map(structs::of).map(String::valueOf).orElse("?"));
      line.append(" files ").append(task.table().map(tables::of).map(String::valueOf).orElse("?"));
    }
    line.append(" umask ").append(Integer.toOctalString(task.umask()));
    line.append(" uids ").append(task.uids()).append(" gid ").append(task.gid()).append(" caps");
    task.caps().forEach(set -> line.append(' ').append(Long.toHexString(set)));
    lines.add(line.toString());
    namespaces(task.namespaces());
    new TreeMap<>(task.files()).forEach(this::file);
  }

  private void namespaces(NamespacesSeen seen) {
    StringBuilder line = new StringBuilder("  in");
    seen.which().forEach((kind, id) -> line.append(' ' + kind + ' ').append(objects.of(id)));
    line.append(" called \"").append(seen.nodename()).append("\" of \"");
    lines.add(line.append(seen.domainname()).append('"').toString());
  }

  private void file(int fd, FileSeen file) {
    String line = "  " + fd + " is " + place(file.at());
    line += " flags " + Long.toOctalString(file.flags() & FLAGS) + " at " + file.offset();
    lines.add(
        shared
            ? line + " description " + file.description().map(descriptions::of).orElse(-1)
            : line);
  }

  private static String process(String letter, ProcessSeen seen) {
    String signals =
        seen.signals().stream().map(Long::toHexString).collect(Collectors.joining(" "));
    return "process %s %s ppid %d numbers %s signals %s"
        .formatted(letter, seen.state(), seen.ppid(), seen.numbers(), signals);
  }

  private String place(Place place) {
    return objects.of(place.object()) + " in " + mounts.of(place.mount());
  }

  /** Numbers in the order of first asking. */
  private static final class Numbers {
    private final Map<Object, Integer> numbers = new HashMap<>();

    int of(Object id) {
      return numbers.computeIfAbsent(id, key -> numbers.size() + 1);
    }

    int known(Object id) {
      return numbers.getOrDefault(id, Integer.MAX_VALUE);
    }
  }
}
