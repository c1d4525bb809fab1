package watertight.checker.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import watertight.checker.text.ByteText;
import watertight.checker.text.Observation;
import watertight.model.Cells;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.path.ChildrenCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathText;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.SocketDentry;
import watertight.model.linux.path.Tree;
import watertight.model.linux.path.TreeDentry;

/** What objects are called in one state, as seen from the world's own root. */
public final class ObjectNames {
  private final Cells cells;
  private final Map<Dentry, String> names = new HashMap<>();

  /** The names in {@code cells}, which must not change afterwards. */
  public ObjectNames(Cells cells) {
    this.cells = cells;
    see(visible(Mounts.namespaceRoot(cells)), "");
  }

  private void see(Path at, String name) {
    names.putIfAbsent(at.dentry(), name.isEmpty() ? "/" : ByteText.shown(name));
    if (at.dentry() instanceof TreeDentry directory) {
      cells
          .get(new ChildrenCell(directory))
          .byName()
          .forEach(
              (child, dentry) -> see(visible(new Path(at.mount(), dentry)), name + "/" + child));
    }
  }

  private Path visible(Path path) {
    Path top = path;
    for (Mount on = Mounts.on(cells, top); on != null; on = Mounts.on(cells, top)) {
      top = new Path(on, Mounts.root(cells, on));
    }
    return top;
  }

  /** The name that procfs shows for a descriptor (strace -y); a detached mount cuts it short. */
  public String shown(Path path) {
    return PathText.shown(cells, path, Mounts.namespaceRoot(cells));
  }

  /** The name, and what is special about it. */
  public String of(Path path) {
    if (PathText.isNameless(cells, path)) {
      return of(path.dentry());
    }
    return switch (PathText.of(cells, path, Mounts.namespaceRoot(cells)).reach()) {
      case BELOW_ROOT -> ByteText.shown(shown(path));
      case OUTSIDE ->
          ByteText.shown(shown(path))
              + (Mounts.isAttached(cells, path.mount())
                  ? " (in another mount namespace)"
                  : " (not in the mount tree)");
      case ESCAPED -> of(path.dentry()) + " (moved out of its mount)";
    };
  }

  /** A name that leads to the dentry, or what it was called where none does. */
  public String of(Dentry dentry) {
    String name = names.get(dentry);
    if (name != null) {
      return name;
    }
    return switch (dentry) {
      case TreeDentry stored -> hidden(stored);
      case ProcDentry made ->
          procfs(made.shown()) + below(made, new ProcDentry.ProcRoot(made.shown()));
      case NsDentry of -> of.namespace().text();
      case SocketDentry of -> ByteText.shown(Tree.name(cells, of));
    };
  }

  private static String procfs(PidNamespace shown) {
    return PidNamespaces.isWorld(shown) ? "/proc" : "procfs of " + shown.text() + " ";
  }

  private String hidden(TreeDentry dentry) {
    String own = ByteText.shown(Tree.name(cells, dentry));
    Dentry parent = Tree.parent(cells, dentry);
    if (!Tree.isHashed(cells, dentry)) {
      return own + " (removed)";
    }
    return parent.equals(dentry) ? "a hidden root" : of(parent) + "/" + own;
  }

  private String below(Dentry dentry, Dentry root) {
    return dentry.equals(root)
        ? ""
        : below(Tree.parent(cells, dentry), root) + "/" + Tree.name(cells, dentry);
  }

  /** How the results of calls name objects; identities are left out. */
  public Observation.Naming naming() {
    return new Observation.Naming(this::shown, identity -> Optional.empty());
  }
}
