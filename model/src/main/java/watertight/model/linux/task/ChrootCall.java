package watertight.model.linux.task;

import static watertight.model.linux.credential.Capability.CAP_SYS_CHROOT;
import static watertight.model.linux.task.FsGates.CHROOT_NEEDS_CAPABILITY;
import static watertight.model.linux.task.FsGates.CHROOT_PERMISSION;
import static watertight.model.linux.task.RootChoices.ROOT_PER_TASK;

import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.LookupCall;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Permission;
import watertight.model.linux.path.Step;
import watertight.model.linux.path.Walks;

/**
 * man 2 chroot; fs/open.c. It sets the root and nothing else: the working directory stays.
 *
 * @param path the new root
 */
public record ChrootCall(String path) implements LookupCall {
  @Override
  public Step begin(Caller c) {
    return Walks.start(c, path, Lookup.DIRECTORY);
  }

  @Override
  public Result found(Caller c, Path directory) {
    if (c.refuses(CHROOT_PERMISSION, !Permission.granted(c, directory.dentry(), Permission.EXEC))) {
      return new Result.Refused(CHROOT_PERMISSION);
    }
    if (c.refuses(CHROOT_NEEDS_CAPABILITY, !c.can(CAP_SYS_CHROOT))) {
      return new Result.Refused(CHROOT_NEEDS_CAPABILITY);
    }
    if (c.has(ROOT_PER_TASK)) {
      setRoot(c.cells(), c.task(), directory);
    } else {
      setRootOfUser(c, directory);
    }
    return Reply.zero();
  }

  private static void setRoot(Cells cells, Task task, Path directory) {
    Fs fs = cells.view(new TaskCell(task), new TaskCell.FsOf());
    cells.update(new FsCell(fs), new FsCell.SetRoot(directory));
  }

  /** The weaker design: one root for every task of the user. */
  private static void setRootOfUser(Caller c, Path directory) {
    Cells cells = c.cells();
    int user = c.cred().ruid();
    for (Task task : cells.get(new TasksCell()).list()) {
      boolean runs = cells.view(new TaskCell(task), new TaskCell.Alive());
      if (runs && cells.get(new CredCell(task)).ruid() == user) {
        setRoot(cells, task, directory);
      }
    }
  }
}
