package watertight.model.linux.path;

import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Rules;

/**
 * How a walk treats what it meets (LOOKUP_ flags).
 *
 * @param follow whether a link at the end is followed
 * @param directory whether the end must be a directory
 * @param beneath RESOLVE_BENEATH
 * @param inRoot RESOLVE_IN_ROOT
 * @param noXdev RESOLVE_NO_XDEV
 * @param noSymlinks RESOLVE_NO_SYMLINKS
 * @param noMagiclinks RESOLVE_NO_MAGICLINKS
 * @param cached RESOLVE_CACHED
 */
public record Lookup(
    boolean follow,
    boolean directory,
    boolean beneath,
    boolean inRoot,
    boolean noXdev,
    boolean noSymlinks,
    boolean noMagiclinks,
    boolean cached) {
  /** Follows a link at the end. */
  public static final Lookup FOLLOW = plain(true, false);

  /** Stops at a link at the end. */
  public static final Lookup NOFOLLOW = plain(false, false);

  /** Follows a link at the end, which must lead to a directory. */
  public static final Lookup DIRECTORY = plain(true, true);

  /** A lookup without RESOLVE_ flags. */
  public static Lookup plain(boolean follow, boolean directory) {
    return new Lookup(follow, directory, false, false, false, false, false, false);
  }

  /** A lookup with the RESOLVE_ flags of openat2, as far as {@code rules} heed them. */
  public static Lookup resolving(Rules rules, boolean follow, boolean directory, long resolve) {
    return new Lookup(
        follow,
        directory,
        has(resolve, ResolveFlags.RESOLVE_BENEATH) && rules.has(PathChoices.RESOLVE_BENEATH),
        has(resolve, ResolveFlags.RESOLVE_IN_ROOT) && rules.has(PathChoices.RESOLVE_IN_ROOT),
        has(resolve, ResolveFlags.RESOLVE_NO_XDEV),
        has(resolve, ResolveFlags.RESOLVE_NO_SYMLINKS),
        has(resolve, ResolveFlags.RESOLVE_NO_MAGICLINKS),
        has(resolve, ResolveFlags.RESOLVE_CACHED));
  }

  private static boolean has(long resolve, long flag) {
    return (resolve & flag) != 0;
  }

  /** Whether the walk is confined to its start directory (LOOKUP_IS_SCOPED). */
  public boolean isScoped() {
    return beneath || inRoot;
  }

  /** This lookup after a trailing slash: the end is followed, and must be a directory. */
  public Lookup asDirectory() {
    return new Lookup(true, true, beneath, inRoot, noXdev, noSymlinks, noMagiclinks, cached);
  }
}
