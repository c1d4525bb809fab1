package watertight.model.linux.task;

import watertight.model.Guard;

/** Whose the root directory is. */
public enum RootChoices implements Guard {
  /** The root belongs to the task (fs_struct). Away: chroot moves it for all tasks of the user. */
  ROOT_PER_TASK("root-per-task");

  private final String id;

  RootChoices(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
