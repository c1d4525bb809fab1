package watertight.model.linux.task;

import watertight.model.Cell;
import watertight.model.Update;
import watertight.model.View;

/** A task; absent when it was never made. */
public record TaskCell(Task task) implements Cell<TaskState> {
  /** Whether a task is there and runs. */
  public record Runs() implements View<TaskState, Boolean> {
    @Override
    public Boolean of(TaskState task) {
      return task != null && task.life() == TaskState.Life.RUNNING;
    }
  }

  /** Whether a task is there and has not ended: it runs, is stopped, or has a signal to take. */
  public record Alive() implements View<TaskState, Boolean> {
    @Override
    public Boolean of(TaskState task) {
      return task != null && task.fs() != null;
    }
  }

  /** Whether a signal is to be delivered to a task. */
  public record Interrupted() implements View<TaskState, Boolean> {
    @Override
    public Boolean of(TaskState task) {
      return task != null && task.life() == TaskState.Life.INTERRUPTED;
    }
  }

  /** Whether a task is known by its number: it runs, or nobody has waited for it. */
  public record Known() implements View<TaskState, Boolean> {
    @Override
    public Boolean of(TaskState task) {
      return task != null && task.life() != TaskState.Life.REAPED;
    }
  }

  /** The task that waits for a task, or null. */
  public record Parent() implements View<TaskState, Task> {
    @Override
    public Task of(TaskState task) {
      return task == null ? null : task.parent();
    }
  }

  /** A task's fs_struct, or null. */
  public record FsOf() implements View<TaskState, Fs> {
    @Override
    public Fs of(TaskState task) {
      return task == null ? null : task.fs();
    }
  }

  /** A task's files_struct, or null. */
  public record FilesOf() implements View<TaskState, FilesStruct> {
    @Override
    public FilesStruct of(TaskState task) {
      return task == null ? null : task.files();
    }
  }

  /** Whether a task's memory may be read by its user. */
  public record Dumpable() implements View<TaskState, Boolean> {
    @Override
    public Boolean of(TaskState task) {
      return task != null && task.dumpable();
    }
  }

  /** Whether a task's memory may be read by its user, or it has none left. */
  public record Readable() implements View<TaskState, Boolean> {
    @Override
    public Boolean of(TaskState task) {
      return task != null && (task.dumpable() || task.fs() == null);
    }
  }

  /** Makes a task's memory readable by its user, or not. */
  public record SetDumpable(boolean dumpable) implements Update<TaskState> {
    @Override
    public TaskState apply(TaskState task) {
      return task.withDumpable(dumpable);
    }
  }
}
