package watertight.model.linux.process;

import watertight.model.Guard;

/** What keeps the processes of PID namespaces apart, and their kin together. */
public enum ProcessChoices implements Guard {
  /**
   * A number is looked up in the caller's own PID namespace (find_task_by_vpid). Away: in the
   * world's, as with one table for all.
   */
  PID_LOOKUP_IN_OWN_NAMESPACE("pid-lookup-in-own-namespace"),
  /**
   * An orphan goes to the init of the PID namespace that its dead parent was in (find_new_reaper).
   * Away: to that of its own.
   */
  REPARENT_IN_PARENTS_NAMESPACE("reparent-in-parents-namespace"),
  /**
   * The end of an init ends all in its PID namespace (zap_pid_ns_processes). Away: they live on,
   * and go to the init above.
   */
  INIT_DEATH_KILLS_ALL("init-death-kills-all");

  private final String id;

  ProcessChoices(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
