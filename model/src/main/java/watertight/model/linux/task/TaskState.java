package watertight.model.linux.task;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;

/**
 * A task's life and what it shares.
 *
 * @param life whether it runs
 * @param parent the task that waits for it, or null for the idle init
 * @param fs its fs_struct, or null once it has ended
 * @param files its files_struct, or null once it has ended
 * @param dumpable whether its memory may be read by its user (mm flags); man 2 prctl
 */
public record TaskState(Life life, Task parent, Fs fs, FilesStruct files, boolean dumpable)
    implements Referring<TaskState> {
  /** Whether a task runs; one that has ended keeps its name until the end of the run. */
  public enum Life {
    RUNNING,
    /** A signal is to be delivered before it goes on. */
    INTERRUPTED,
    /** Stopped by a signal, until SIGCONT or SIGKILL. */
    STOPPED,
    /** On its way out: an init that waits for the members of its PID namespace to end. */
    EXITING,
    /** Ended, and its parent has not waited. */
    ZOMBIE,
    /** Ended and gone. */
    REAPED
  }

  @Override
  public void eachRef(Consumer<Ref> visitor) {
    if (fs != null) {
      visitor.accept(fs);
      visitor.accept(files);
    }
  }

  @Override
  public TaskState renamed(Renaming renaming) {
    return new TaskState(life, parent, renaming.of(fs), renaming.of(files), dumpable);
  }

  /** This task, living on or not. */
  public TaskState withLife(Life next) {
    return new TaskState(next, parent, fs, files, dumpable);
  }

  /** This task with another parent. */
  public TaskState withParent(Task next) {
    return new TaskState(life, next, fs, files, dumpable);
  }

  /** This task with its memory readable or not. */
  public TaskState withDumpable(boolean dumpable) {
    return new TaskState(life, parent, fs, files, dumpable);
  }

  /** This task with another fs_struct. */
  public TaskState withFs(Fs fs) {
    return new TaskState(life, parent, fs, files, dumpable);
  }

  /** This task with another files_struct. */
  public TaskState withFiles(FilesStruct files) {
    return new TaskState(life, parent, fs, files, dumpable);
  }
}
