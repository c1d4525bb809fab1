package watertight.model.linux.path;

import watertight.model.Guard;

/** What the path walk does where it could do otherwise; fs/namei.c. */
public enum PathChoices implements Guard {
  /** At the task's root {@code ..} is the root (follow_dotdot). Away: it climbs on. */
  DOTDOT_STOPS_AT_ROOT("dotdot-stops-at-root"),
  /** A link with an absolute text goes on at the task's root. Away: at the real root. */
  ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT("absolute-symlink-restarts-at-root"),
  /**
   * At the root of a mount {@code ..} goes on where that is mounted (choose_mountpoint). Away: to
   * the dentry's own parent, seen through the same mount.
   */
  DOTDOT_AT_MOUNT_ROOT_CROSSES("dotdot-at-mount-root-crosses-to-mountpoint"),
  /** RESOLVE_IN_ROOT is heeded. Away: the flag does nothing. */
  RESOLVE_IN_ROOT("resolve-in-root"),
  /** RESOLVE_BENEATH is heeded. Away: the flag does nothing. */
  RESOLVE_BENEATH("resolve-beneath"),
  /**
   * A way down into a mount is taken (traverse_mounts). Away: what is mounted is not seen; a mutant
   * that only usefulness notices.
   */
  LOOKUP_ENTERS_MOUNTS("lookup-enters-mounts");

  private final String id;

  PathChoices(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
