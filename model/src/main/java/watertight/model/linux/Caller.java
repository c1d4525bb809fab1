package watertight.model.linux;

import watertight.model.Cells;
import watertight.model.Gate;
import watertight.model.Guard;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.namespace.Uts;
import watertight.model.linux.namespace.UtsCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.FdTableCell;
import watertight.model.linux.task.FilesStruct;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;

/**
 * Who makes a call, in which state, under which rules: what the kernel calls {@code current}.
 *
 * @param cells the state
 * @param rules the rule set
 * @param task the task that makes the call
 */
public record Caller(Cells cells, Rules rules, Task task) {
  /** The task's number. */
  public int pid() {
    return cells.view(new TasksCell(), new TasksCell.Pid(task));
  }

  /** Whether {@code gate} is in force and its condition holds. */
  public boolean refuses(Gate gate, boolean condition) {
    return rules.refuses(gate, condition);
  }

  /** Whether the choice is in force. */
  public boolean has(Guard choice) {
    return rules.has(choice);
  }

  /** The limits and sysctls. */
  public Settings settings() {
    return rules.settings();
  }

  /** The task's credentials. */
  public Cred cred() {
    return cells.get(new CredCell(task));
  }

  /** Whether the task has the capability in force. */
  public boolean can(Capability capability) {
    return cred().can(capability);
  }

  /** The task's fs_struct. */
  public Fs fs() {
    return cells.view(new TaskCell(task), new TaskCell.FsOf());
  }

  /** The task's files_struct. */
  public FilesStruct files() {
    return cells.view(new TaskCell(task), new TaskCell.FilesOf());
  }

  /** The UTS namespace that the task is in. */
  public Uts uts() {
    return UtsCell.of(cells, task).owner();
  }

  /** Where the task's absolute paths start. */
  public Path root() {
    return cells.view(new FsCell(fs()), new FsCell.Root());
  }

  /** Where the task's relative paths start. */
  public Path cwd() {
    return cells.view(new FsCell(fs()), new FsCell.Cwd());
  }

  /** The permission bits that new files do not get. */
  public int umask() {
    return cells.view(new FsCell(fs()), new FsCell.Umask());
  }

  /** The open file description behind {@code fd}, or null when it is not open. */
  public OpenFile behind(int fd) {
    return cells.view(new FdTableCell(files()), new FdTableCell.Behind(fd));
  }

  /** What {@code fd} refers to, or null when it is not open. */
  public OpenFileState file(int fd) {
    OpenFile file = behind(fd);
    return file == null ? null : cells.get(new OpenFileCell(file));
  }
}
