package watertight.model.linux.namespace;

import watertight.model.Guard;

/** What namespaces keep apart. */
public enum NamespaceChoices implements Guard {
  /** Each UTS namespace has names of its own. Away: a name is set for every task. */
  HOSTNAME_PER_NAMESPACE("hostname-per-namespace"),
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
