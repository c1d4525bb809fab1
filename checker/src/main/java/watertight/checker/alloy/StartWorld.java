package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/** Tells the tree and the mounts of an instance's first state as lines of a world. */
final class StartWorld {
  private final AlloyState state;
  private final Map<String, Integer> cuts;
  private final List<WorldLine> lines = new ArrayList<>();
  private final Set<String> made = new LinkedHashSet<>();

  private StartWorld(AlloyState state, Map<String, Integer> cuts) {
    this.state = state;
    this.cuts = cuts;
  }

  /**
   * The world of a state.
   *
   * @param cuts for some links, after how many components their text ends
   */
  static World of(AlloyState state, Map<String, Integer> cuts) throws Inexpressible {
    StartWorld world = new StartWorld(state, cuts);
    String foot = new Sketch(state).foot().mount();
    world.made.add(foot);
    world.tree();
    world.mountsOn(foot);
    return new World(world.lines);
  }

  private Sketch soFar() {
    return new Sketch(state, made);
  }

  private void tree() throws Inexpressible {
    Sketch bare = soFar();
    Spot foot = bare.foot();
    boolean links = false;
    for (String dentry : bare.born()) {
      if (dentry.equals(foot.dentry())) {
        continue;
      }
      String path = bare.path(new Spot(foot.mount(), dentry));
      lines.add(line(dentry, path));
      links |= state.atoms("Link").contains(dentry);
    }
    if (links) {
      lines.add(new WorldLine.Rule("symlinks", 2));
    }
  }

  private WorldLine line(String dentry, String path) throws Inexpressible {
    if (state.atoms("Dir").contains(dentry)) {
      return new WorldLine.Dir(path);
    }
    if (state.atoms("File").contains(dentry)) {
      return new WorldLine.File(path, "");
    }
    if (!state.atoms("Link").contains(dentry)) {
      throw new Inexpressible("magic links are made by procfs alone");
    }
    String text = Atoms.only(state, "text", dentry);
    int count = cuts.getOrDefault(dentry, Integer.MAX_VALUE);
    return new WorldLine.Symlink(path, Atoms.text(state, text, count));
  }

  /** Mounts what lies on a mount, deeper points first, so that no point is covered before. */
  private void mountsOn(String parent) throws Inexpressible {
    Sketch whole = new Sketch(state);
    List<String> upon =
        whole.mounts().stream()
            .filter(mount -> whole.point(mount).map(Spot::mount).filter(parent::equals).isPresent())
            .sorted(
                Comparator.comparing((String mount) -> -depth(whole, mount))
                    .thenComparing(mount -> mount))
            .toList();
    for (String mount : upon) {
      String from = soFar().path(shown(whole.root(mount)));
      String to = soFar().path(soFar().seen(whole.point(mount).orElseThrow()));
      lines.add(new WorldLine.Bind(from, to));
      made.add(mount);
      mountsOn(mount);
    }
  }

  /** Where a bind can take a dentry from, by now. */
  private Spot shown(String dentry) throws Inexpressible {
    Spot seen = soFar().seen(new Spot(soFar().foot().mount(), dentry));
    if (!seen.dentry().equals(dentry)) {
      throw new Inexpressible("a bind of a directory that a mount covers");
    }
    return seen;
  }

  private static int depth(Sketch whole, String mount) {
    int depth = 0;
    var at = whole.parent(whole.point(mount).orElseThrow().dentry());
    while (at.isPresent()) {
      depth++;
      at = whole.parent(at.get());
    }
    return depth;
  }
}
