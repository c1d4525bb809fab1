package watertight.model.linux.mount;

import watertight.model.linux.Caller;
import watertight.model.linux.namespace.NamespaceChoices;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
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

  /** procfs, which shows the PID namespace of who mounts it (proc_init_fs_context). */
  static NewMount proc(Caller c, boolean nosymfollow) {
    PidNamespace own =
        c.has(NamespaceChoices.PROCFS_OF_OWN_NAMESPACE)
            ? PidNamespaces.active(c.cells(), c.task())
            : PidNamespace.WORLD;
    return new NewMount(new ProcDentry.ProcRoot(own), nosymfollow);
  }
}
