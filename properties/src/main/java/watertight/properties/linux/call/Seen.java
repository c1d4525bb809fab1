package watertight.properties.linux.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Cells;
import watertight.model.linux.mount.CoversCell;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.ChildrenCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.Tree;
import watertight.model.linux.path.TreeDentry;

/**
 * What lies below a directory, by the names that lead there from it: a name and a slash, so that
 * they may be taken as relative or absolute.
 */
final class Seen {
  private static final int DEPTH = 4;
  private static final int MOST = 60;

  private static final int PROC_TASKS = 3;
  private static final List<String> PROC_LINKS =
      List.of("/root", "/cwd", "/ns/pid", "/ns/pid_for_children");

  private final Cells cells;
  private final List<String> directories = new ArrayList<>(List.of(""));
  private final List<String> files = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final List<String> mountpoints = new ArrayList<>();
  private final Map<String, Dentry> named = new LinkedHashMap<>();

  private Seen(Cells cells) {
    this.cells = cells;
  }

  static Seen from(Cells cells, Path top) {
    Seen seen = new Seen(cells);
    if (top.dentry() instanceof ProcDentry.ProcTask) {
      seen.links.addAll(
          List.of("/root", "/cwd", "/fd/3", "/fd/5", "/ns/uts", "/ns/pid_for_children"));
    }
    seen.look(top, "", 0);
    return seen;
  }

  List<String> directories() {
    return directories;
  }

  List<String> files() {
    return files;
  }

  List<String> links() {
    return links;
  }

  List<String> mountpoints() {
    return mountpoints;
  }

  /** The names of these objects, as far as they have any here. */
  List<String> names(Set<Dentry> objects) {
    return named.entrySet().stream()
        .filter(entry -> objects.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  List<String> all() {
    List<String> all = new ArrayList<>(directories);
    all.addAll(files);
    all.addAll(links);
    return all;
  }

  /** A procfs of another PID namespace: the links of the first tasks in it. */
  private void proc(ProcDentry.ProcRoot root, String name) {
    boolean isWorlds = PidNamespaces.isWorld(root.shown());
    for (int number = 1; number <= PROC_TASKS && !isWorlds; number++) {
      for (String link : PROC_LINKS) {
        links.add(name + "/" + number + link);
      }
    }
  }

  private void look(Path directory, String name, int depth) {
    if (directory.dentry() instanceof ProcDentry.ProcRoot root) {
      proc(root, name);
    }
    if (depth == DEPTH || !(directory.dentry() instanceof TreeDentry stored)) {
      return;
    }
    cells.get(new ChildrenCell(stored)).byName().entrySet().stream()
        .limit(MOST - Math.min(MOST, directories.size() + files.size() + links.size()))
        .forEach(
            entry ->
                add(
                    new Path(directory.mount(), entry.getValue()),
                    name + "/" + entry.getKey(),
                    depth));
  }

  private void add(Path path, String name, int depth) {
    Path top = path;
    for (Mount on = on(top); on != null; on = on(top)) {
      top = new Path(on, Mounts.root(cells, on));
    }
    if (!top.equals(path)) {
      mountpoints.add(name);
    }
    switch (Tree.inode(cells, top.dentry()).body()) {
      case Body.Directory d -> {
        directories.add(name);
        named.put(name, top.dentry());
        look(top, name, depth + 1);
      }
      case Body.Symlink l -> links.add(name);
      case Body.MagicLink m -> links.add(name);
      case Body.Regular f -> files.add(name);
      case Body.NamespaceFile n -> files.add(name);
      case Body.Fifo f -> {}
      case Body.SocketName s -> {}
      case Body.Device d -> {}
    }
  }

  private Mount on(Path path) {
    return cells.view(new CoversCell(path.mount()), new CoversCell.On(path.dentry()));
  }
}
