package watertight.model.linux.mount;

import watertight.model.linux.Caller;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.NewFileSystem;
import watertight.model.linux.path.ProcDentry;

/**
 * A file system that is about to be mounted.
 *
 * @param root its root
 * @param nosymfollow whether links are not followed on the mount
 */
record NewMount(Dentry root, boolean nosymfollow) {
  private static final int TMPFS_MODE = 01777;

  static boolean outOfScope(Caller c) {
    return NewFileSystem.outOfScope(c);
  }

  /** An empty tmpfs, which everybody may write to; man 5 tmpfs. */
  static NewMount tmpfs(Caller c, boolean nosymfollow) {
    return new NewMount(NewFileSystem.tmpfs(c, TMPFS_MODE), nosymfollow);
  }

  /** procfs, of which there is one per PID namespace. */
  static NewMount proc(boolean nosymfollow) {
    return new NewMount(new ProcDentry.ProcRoot(), nosymfollow);
  }
}
