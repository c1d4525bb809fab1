package watertight.properties.linux.walk;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Rules;
import watertight.model.linux.claim.Geometry;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.path.Tree;
import watertight.model.linux.task.Task;

/** The claims about single walks, checked on every walk of one small world. */
public final class WalkClaims implements AllPaths.Visitor {
  /** A claim that a walk breaks. */
  public enum Claim {
    /** What a path leads to is below the root, or below a working directory that was moved out. */
    LOOKUP_CONFINED,
    /** At the root {@code ..} is the root, or what is mounted on it. */
    DOTDOT_IS_ROOT,
    /** Every walk ends. */
    SYMLINKS_END
  }

  /**
   * A broken claim.
   *
   * @param claim the claim
   * @param world where
   * @param confinement to what the walk should be confined
   * @param path the path that was walked
   */
  public record Broken(Claim claim, SmallWorld world, Confinement confinement, String path) {}

  private final Set<Claim> claims;
  private final SmallWorld world;
  private final Confinement confinement;
  private final Cells cells;
  private final Path root;
  private final Path cwd;
  private final boolean relativeConfined;
  private final AllPaths paths;
  private long walks;
  private long arrivals;
  private @Nullable Broken broken;

  private WalkClaims(
      SmallWorld world, Confinement confinement, Rules rules, int length, Set<Claim> claims) {
    this.claims = claims;
    this.world = world;
    this.confinement = confinement;
    this.cells = SmallState.of(world);
    Caller caller = new Caller(cells, rules, Task.A);
    this.root = confinement == Confinement.ROOT ? caller.root() : caller.cwd();
    this.cwd = caller.cwd();
    this.relativeConfined = Geometry.isBelow(cells, wasIn(), root);
    this.paths = new AllPaths(caller, confinement.lookup(rules), length, this);
  }

  /** Walks all paths of at most {@code length} components in a world, and checks these claims. */
  public static WalkClaims check(
      SmallWorld world, Confinement confinement, Rules rules, int length, Set<Claim> claims) {
    WalkClaims walks = new WalkClaims(world, confinement, rules, length, claims);
    walks.paths.walk();
    return walks;
  }

  /** Where a working directory was that was moved out of its mount: below the mount's root. */
  private Path wasIn() {
    boolean confinedToItself = cwd.equals(root);
    return isMovedOut() && !confinedToItself
        ? new Path(cwd.mount(), Mounts.root(cells, cwd.mount()))
        : cwd;
  }

  private boolean isMovedOut() {
    return !Mounts.connects(cells, cwd.mount(), cwd.dentry());
  }

  @Override
  public void walked(PathWalk before, String last, Result end) {
    walks++;
    switch (end) {
      case Result.Returned(AllPaths.Arrived(Path at)) -> {
        arrivals++;
        arrived(before, last, at);
      }
      case Result.DoesNotEnd endless -> report(Claim.SYMLINKS_END);
      default -> {}
    }
  }

  private void arrived(PathWalk before, String last, Path at) {
    if (last.equals("..") && before.at().equals(before.root()) && !isOn(at, before.root())) {
      report(Claim.DOTDOT_IS_ROOT);
    }
    if ((relativeConfined || paths.isAbsolute()) && !isInside(at)) {
      report(Claim.LOOKUP_CONFINED);
    }
  }

  /** Whether {@code path} is {@code below} or the root of a mount on it. */
  private boolean isOn(Path path, Path below) {
    Path at = path;
    while (at != null && !at.equals(below)) {
      at = Mounts.isRoot(cells, at) ? Mounts.mountpoint(cells, at.mount()) : null;
    }
    return at != null;
  }

  private boolean isInside(Path at) {
    return Geometry.isBelow(cells, at, root) || isInMovedDirectory(at);
  }

  private boolean isInMovedDirectory(Path at) {
    return isMovedOut()
        && at.mount().equals(cwd.mount())
        && Tree.isBelow(cells, at.dentry(), cwd.dentry());
  }

  private void report(Claim claim) {
    if (broken == null && claims.contains(claim)) {
      broken = new Broken(claim, world, confinement, paths.path());
    }
  }

  /** How many walks were made. */
  public long walks() {
    return walks;
  }

  /** How many walks came to an object. */
  public long arrivals() {
    return arrivals;
  }

  /** The first broken claim. */
  public Optional<Broken> broken() {
    return Optional.ofNullable(broken);
  }
}
