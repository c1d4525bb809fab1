package watertight.model.linux.namespace;

import watertight.model.Guard;

/** What namespaces keep apart. */
public enum NamespaceChoices implements Guard {
  /** Each UTS namespace has names of its own. Away: a name is set for every task. */
  HOSTNAME_PER_NAMESPACE("hostname-per-namespace"),
  /**
   * man 7 pid_namespaces: unshare(CLONE_NEWPID) is about later children (pid_ns_for_children).
   * Away: the caller itself goes, and gets a number there.
   */
  PID_FOR_CHILDREN_ONLY("pid-for-children-only"),
  /**
   * man 7 pid_namespaces: a process has a number in its own namespace and in each above
   * (alloc_pid). Away: in its own alone, as with separate tables.
   */
  PID_IN_EVERY_ANCESTOR("pid-in-every-ancestor"),
  /**
   * A procfs shows the PID namespace of who mounts it (proc_init_fs_context). Away: each shows that
   * of the world.
   */
  PROCFS_OF_OWN_NAMESPACE("procfs-of-own-namespace");

  private final String id;

  NamespaceChoices(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
