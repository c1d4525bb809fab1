package watertight.model.linux.path;

import static watertight.model.linux.path.PathChoices.ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT;
import static watertight.model.linux.path.PathChoices.DOTDOT_AT_MOUNT_ROOT_CROSSES;
import static watertight.model.linux.path.PathChoices.DOTDOT_STOPS_AT_ROOT;
import static watertight.model.linux.path.PathGates.BENEATH_DOTDOT;
import static watertight.model.linux.path.PathGates.BENEATH_NO_ABSOLUTE_LINK;
import static watertight.model.linux.path.PathGates.COMPONENT_IS_DIRECTORY;
import static watertight.model.linux.path.PathGates.DIRECTORY_NOT_REMOVED;
import static watertight.model.linux.path.PathGates.NAME_EXISTS;
import static watertight.model.linux.path.PathGates.NAME_LENGTH;
import static watertight.model.linux.path.PathGates.NO_XDEV_ABSOLUTE;
import static watertight.model.linux.path.PathGates.NO_XDEV_DOTDOT;
import static watertight.model.linux.path.PathGates.NO_XDEV_DOWN;
import static watertight.model.linux.path.PathGates.PATH_MUST_STAY_CONNECTED;
import static watertight.model.linux.path.PathGates.SCOPED_DOTDOT_UNDISTURBED;
import static watertight.model.linux.path.PathGates.SEARCH_PERMISSION;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import watertight.model.Gate;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.mount.Mounts;

/**
 * A path walk on its way: where it stands and what is left. A machine of its own: each {@link
 * #next} walks one component, and others may act in between. man 7 path_resolution, fs/namei.c.
 *
 * @param at where the walk stands (nd-&gt;path)
 * @param root where it restarts and where {@code ..} stops (nd-&gt;root)
 * @param frames the text left: the caller's path, then the texts of links met on the way
 * @param lookup how the walk treats what it meets
 * @param links how many links it has followed
 * @param rootLooked whether it has looked at the root yet: until then RESOLVE_NO_XDEV takes every
 *     absolute link for one to another mount
 * @param disturbed whether anybody has renamed or mounted since it began
 */
public record PathWalk(
    Path at,
    Path root,
    List<Frame> frames,
    Lookup lookup,
    int links,
    boolean rootLooked,
    boolean disturbed)
    implements Referring<PathWalk> {
  public PathWalk {
    frames = List.copyOf(frames);
  }

  /** Walks one component, or stops in the directory of the last one (link_path_walk). */
  public Step next(Caller c) {
    if (isUsedUp()) {
      return new Step.AtLast(this);
    }
    if (c.refuses(SEARCH_PERMISSION, !Permission.granted(c, at.dentry(), Permission.EXEC))) {
      return Step.refused(SEARCH_PERMISSION);
    }
    if (frames.size() == 1 && frames.get(0).names().size() == 1) {
      return new Step.AtLast(this);
    }
    Step step = withoutFirst().component(c, top().first(), false);
    if (step instanceof Step.Walking(PathWalk walk)
        && !Tree.inode(c.cells(), walk.at.dentry()).isDirectory()) {
      return Step.refused(COMPONENT_IS_DIRECTORY);
    }
    return step;
  }

  /** Walks the last component, and follows it when it is a link and the lookup says so. */
  public Step last(Caller c) {
    if (isUsedUp()) {
      return new Step.Walking(this);
    }
    boolean asDirectory = hasTrailingSlash() && !lastIsDots();
    PathWalk walk = asDirectory ? with(lookup.asDirectory()) : this;
    return walk.withoutFirst().component(c, lastName(), true);
  }

  private Step component(Caller c, String name, boolean trailing) {
    return switch (name) {
      case "." -> new Step.Walking(this);
      case ".." -> lookingAtRoot().dotdot(c);
      default -> name(c, name, trailing);
    };
  }

  /**
   * The rule for {@code ..} (follow_dotdot). The only test against the root is equality, here and
   * while climbing out of mounts: who is not below the root never meets it.
   */
  private Step dotdot(Caller c) {
    if (isRoot(c, at)) {
      return stayAtRoot(c);
    }
    Path from = at;
    if (at.dentry().equals(Mounts.root(c.cells(), at.mount()))
        && c.has(DOTDOT_AT_MOUNT_ROOT_CROSSES)) {
      from = mountpointBelowRoot(c);
      if (from == null) {
        return stayAtRoot(c);
      }
      if (c.refuses(NO_XDEV_DOTDOT, lookup.noXdev())) {
        return Step.refused(NO_XDEV_DOTDOT);
      }
    }
    Dentry parent = Tree.parent(c.cells(), from.dentry());
    if (c.refuses(PATH_MUST_STAY_CONNECTED, !Mounts.connects(c.cells(), from.mount(), parent))) {
      return Step.refused(PATH_MUST_STAY_CONNECTED);
    }
    return afterDotdot(c, new Path(from.mount(), parent));
  }

  private Step stayAtRoot(Caller c) {
    return c.refuses(BENEATH_DOTDOT, lookup.beneath())
        ? Step.refused(BENEATH_DOTDOT)
        : afterDotdot(c, at);
  }

  private boolean isRoot(Caller c, Path path) {
    return path.equals(root) && c.has(DOTDOT_STOPS_AT_ROOT);
  }

  /** Climbs a whole stack of mounts; null when the root or the top is met (choose_mountpoint). */
  private Path mountpointBelowRoot(Caller c) {
    Path up = Mounts.mountpoint(c.cells(), at.mount());
    while (up != null && !isRoot(c, up)) {
      if (!up.dentry().equals(Mounts.root(c.cells(), up.mount()))) {
        return up;
      }
      up = Mounts.mountpoint(c.cells(), up.mount());
    }
    return null;
  }

  private Step afterDotdot(Caller c, Path to) {
    Step step = into(c, to);
    boolean torn = lookup.isScoped() && disturbed;
    return step instanceof Step.Walking && c.refuses(SCOPED_DOTDOT_UNDISTURBED, torn)
        ? Step.refused(SCOPED_DOTDOT_UNDISTURBED)
        : step;
  }

  private Step name(Caller c, String name, boolean trailing) {
    if (Procfs.isInit(at.dentry(), name)) {
      return new Step.Done(new Result.NotEnabled("/proc/1 of a world is not in this version"));
    }
    Dentry child = Tree.child(c.cells(), at.dentry(), name);
    if (child == null) {
      return Step.refused(missing(c, name, false));
    }
    Step step = into(c, new Path(at.mount(), child));
    if (!(step instanceof Step.Walking(PathWalk walk))) {
      return step;
    }
    boolean isLink = Tree.inode(c.cells(), walk.at.dentry()).body().isLink();
    return isLink && (lookup.follow() || !trailing)
        ? Links.follow(c, this, walk.at, trailing)
        : step;
  }

  /**
   * Why {@code name}, which is not there, is an error, or null when it may be made: the order is
   * that of lookup_open and lookup_one_qstr_excl.
   */
  Gate missing(Caller c, String name, boolean toMake) {
    if (Tree.inode(c.cells(), at.dentry()).isDead()) {
      return DIRECTORY_NOT_REMOVED;
    }
    boolean stored = at.dentry() instanceof TreeDentry;
    if (stored && name.length() > c.settings().nameMax()) {
      return NAME_LENGTH;
    }
    return toMake && stored ? null : NAME_EXISTS;
  }

  /** Steps to a place, and down into what is mounted there (step_into, handle_mounts). */
  Step into(Caller c, Path to) {
    Path top = Mounts.top(c, to);
    return c.refuses(NO_XDEV_DOWN, lookup.noXdev() && !top.equals(to))
        ? Step.refused(NO_XDEV_DOWN)
        : new Step.Walking(standingAt(top));
  }

  /** Jumps to the root, for a link with an absolute text (nd_jump_root). */
  Step jumpToRoot(Caller c) {
    if (c.refuses(BENEATH_NO_ABSOLUTE_LINK, lookup.beneath())) {
      return Step.refused(BENEATH_NO_ABSOLUTE_LINK);
    }
    if (c.refuses(NO_XDEV_ABSOLUTE, lookup.noXdev() && !sameMountAsRoot())) {
      return Step.refused(NO_XDEV_ABSOLUTE);
    }
    return new Step.Walking(
        lookingAtRoot()
            .standingAt(
                c.has(ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT) ? root : Mounts.namespaceRoot(c.cells())));
  }

  private boolean sameMountAsRoot() {
    return rootLooked && at.mount().equals(root.mount());
  }

  PathWalk standingAt(Path path) {
    return new PathWalk(path, root, frames, lookup, links, rootLooked, disturbed);
  }

  PathWalk with(List<Frame> frames, int links) {
    return new PathWalk(at, root, frames, lookup, links, rootLooked, disturbed);
  }

  PathWalk with(Lookup lookup) {
    return new PathWalk(at, root, frames, lookup, links, rootLooked, disturbed);
  }

  private PathWalk lookingAtRoot() {
    return new PathWalk(at, root, frames, lookup, links, true, disturbed);
  }

  /** This walk when somebody has renamed or mounted. */
  public PathWalk disturb() {
    return new PathWalk(at, root, frames, lookup, links, rootLooked, true);
  }

  /** This walk with these components left: the walk of another path that began the same. */
  public PathWalk towards(String... names) {
    return with(List.of(new Frame(null, List.of(names), false)), links);
  }

  /**
   * Whether it has followed more links than the limit allows, which only a walk without the limit
   * does; from there on it is watched, so that going round in circles is noticed.
   */
  boolean isPastLimit(Caller c) {
    return links > c.settings().symlinks();
  }

  /** Whether no component is left: the path was only slashes, or the end is reached. */
  public boolean isUsedUp() {
    return frames.isEmpty() || top().names().isEmpty();
  }

  /** The last component; the walk is at it. */
  public String lastName() {
    return top().first();
  }

  /** Whether the last component is {@code .} or {@code ..}. */
  public boolean lastIsDots() {
    return lastName().equals(".") || lastName().equals("..");
  }

  /** Whether slashes follow the last component. */
  public boolean hasTrailingSlash() {
    return top().trailingSlash();
  }

  private Frame top() {
    return frames.get(frames.size() - 1);
  }

  /** Without the first component left; a link's text that is used up goes too. */
  private PathWalk withoutFirst() {
    Frame rest = top().rest();
    if (frames.size() == 1) {
      return with(List.of(rest), links);
    }
    List<Frame> left = new ArrayList<>(frames.subList(0, frames.size() - 1));
    if (!rest.names().isEmpty()) {
      left.add(rest);
    }
    return with(left, links);
  }

  @Override
  public void eachRef(Consumer<Ref> visitor) {
    at.eachRef(visitor);
    root.eachRef(visitor);
    frames.forEach(frame -> frame.eachRef(visitor));
  }

  @Override
  public PathWalk renamed(Renaming renaming) {
    List<Frame> renamed = frames.stream().map(frame -> frame.renamed(renaming)).toList();
    return new PathWalk(
        at.renamed(renaming),
        root.renamed(renaming),
        renamed,
        lookup,
        links,
        rootLooked,
        disturbed);
  }

  /** A walk that goes on for ever. */
  static Step endless(String why) {
    return new Step.Done(new Result.DoesNotEnd(why));
  }
}
