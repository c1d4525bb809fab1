package watertight.checker.agree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watertight.model.PlainCells;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.DentryCell;
import watertight.model.linux.path.DentryState;
import watertight.model.linux.path.InodeState;
import watertight.model.linux.path.MagicLinks;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.Tree;
import watertight.model.linux.path.TreeDentry;

/**
 * Draws the file tree and the mounts of a state as the specifications see them. What they do not
 * speak of is not drawn: mounts outside of the namespace with their trees, removed objects, and of
 * procfs what no walk comes near.
 */
final class Drawing {
  private final PlainCells cells;
  private final Naming naming;
  private final Facts facts;
  private final List<String> leftOut = new ArrayList<>();
  private final Set<Dentry> drawn = new LinkedHashSet<>();
  private final Set<Mount> mounts = new LinkedHashSet<>();
  private final Set<Dentry> procfs = new LinkedHashSet<>();

  Drawing(PlainCells cells, Naming naming, Facts facts) {
    this.cells = cells;
    this.naming = naming;
    this.facts = facts;
  }

  /** Draws the mounts, the stored trees on them, and procfs about these dentries. */
  void world(Set<Dentry> procfs, String pidOfWalker) {
    mounts.addAll(Mounts.all(cells));
    for (Object cell : List.copyOf(cells.values().keySet())) {
      if (cell instanceof DentryCell(TreeDentry dentry) && isSeen(dentry)) {
        stored(dentry);
      }
    }
    this.procfs.addAll(procfs);
    procfs.stream().filter(d -> !isMagic(d)).forEach(d -> made(d, pidOfWalker));
    procfs.stream().filter(this::isMagic).forEach(d -> magic((ProcDentry) d));
    Mount foot = mounts.isEmpty() ? null : mounts.iterator().next();
    for (Mount mount : mounts) {
      mount(mount, mount.equals(foot));
    }
  }

  private boolean isSeen(TreeDentry dentry) {
    DentryState state = cells.get(new DentryCell(dentry));
    Dentry top = top(dentry);
    return state.hashed() && mounts.stream().anyMatch(m -> top.equals(top(Mounts.root(cells, m))));
  }

  private Dentry top(Dentry dentry) {
    Dentry at = dentry;
    while (!Tree.parent(cells, at).equals(at)) {
      at = Tree.parent(cells, at);
    }
    return at;
  }

  private void stored(TreeDentry dentry) {
    InodeState inode = Tree.inode(cells, dentry);
    String signature =
        inode.isDirectory() ? "Dir" : inode.body() instanceof Body.Symlink ? "Link" : "File";
    String atom = dentry(dentry, signature);
    if (inode.body() instanceof Body.Symlink(String target)) {
      text(atom, target);
    }
  }

  private void text(String atom, String text) {
    facts.add("text", atom, PathAtoms.add(facts, text.startsWith("/"), PathAtoms.names(text)));
  }

  private String dentry(Dentry dentry, String signature) {
    drawn.add(dentry);
    String atom = naming.atom(dentry, signature);
    facts.add(signature, atom);
    Dentry parent = Tree.parent(cells, dentry);
    if (parent.equals(dentry)) {
      facts.add("Top", atom);
    } else {
      facts.add("d_parent", atom, naming.atom(parent, "Dir"));
      facts.add("d_name", atom, PathAtoms.component(facts, Tree.name(cells, dentry)));
    }
    return atom;
  }

  private void made(Dentry dentry, String pidOfWalker) {
    Body body = Tree.inode(cells, dentry).body();
    if (body instanceof Body.Directory) {
      dentry(dentry, "Dir");
    } else if (body instanceof Body.Symlink) {
      text(dentry(dentry, "Link"), pidOfWalker);
    } else {
      dentry(dentry, "File");
    }
  }

  private boolean isMagic(Dentry dentry) {
    return Tree.inode(cells, dentry).body() instanceof Body.MagicLink;
  }

  private void magic(ProcDentry dentry) {
    if (MagicLinks.target(cells, dentry) instanceof MagicLinks.At(Path to)
        && mounts.contains(to.mount())
        && (drawn.contains(to.dentry()) || procfs.contains(to.dentry()))) {
      String atom = dentry(dentry, "Magic");
      facts.add("leads", atom, mountAtom(to.mount()), naming.atom(to.dentry(), "Magic"));
    }
  }

  private void mount(Mount mount, boolean isFoot) {
    String atom = mountAtom(mount);
    if (!isFoot) {
      facts.add("Mount", atom);
      Path on = Mounts.mountpoint(cells, mount);
      facts.add("mnt_parent", atom, mountAtom(on.mount()));
      facts.add("mnt_mountpoint", atom, atom(on.dentry()));
    }
    facts.add("mnt_root", atom, atom(Mounts.root(cells, mount)));
  }

  private String mountAtom(Mount mount) {
    boolean isFoot = mounts.iterator().next().equals(mount);
    if (isFoot && naming.known(mount) == null) {
      naming.give("Foot", mount);
    }
    return naming.atom(mount, "Mount");
  }

  private String atom(Dentry dentry) {
    String atom = drawn.contains(dentry) ? naming.known(dentry) : null;
    if (atom == null) {
      leftOut.add("a place that is not drawn: " + dentry);
      return "nowhere";
    }
    return atom;
  }

  /** Adds a row that ends with a place. */
  void place(String relation, String owner, Path path) {
    if (mounts.contains(path.mount()) && drawn.contains(path.dentry())) {
      facts.add(relation, owner, mountAtom(path.mount()), atom(path.dentry()));
    } else {
      leftOut.add(relation + " of " + owner + " is not in the namespace");
    }
  }

  /** Says that the state holds what the specifications do not speak of. */
  void leaveOut(String why) {
    leftOut.add(why);
  }

  /** What there is that the specifications do not speak of, or null. */
  @Nullable String leftOut() {
    return leftOut.isEmpty() ? null : leftOut.get(0);
  }

  /** Whether a dentry is drawn. */
  boolean isDrawn(Dentry dentry) {
    return drawn.contains(dentry);
  }

  Facts facts() {
    return facts;
  }

  Naming naming() {
    return naming;
  }

  PlainCells cells() {
    return cells;
  }
}
