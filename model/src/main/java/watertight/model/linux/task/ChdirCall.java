package watertight.model.linux.task;

import static watertight.model.linux.task.FsGates.CHDIR_PERMISSION;

import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.LookupCall;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Permission;
import watertight.model.linux.path.Step;
import watertight.model.linux.path.Walks;

/**
 * man 2 chdir; fs/open.c.
 *
 * @param path the new working directory
 */
public record ChdirCall(String path) implements LookupCall {
  @Override
  public Step begin(Caller c) {
    return Walks.start(c, path, Lookup.DIRECTORY);
  }

  @Override
  public Result found(Caller c, Path directory) {
    if (c.refuses(CHDIR_PERMISSION, !Permission.granted(c, directory.dentry(), Permission.EXEC))) {
      return new Result.Refused(CHDIR_PERMISSION);
    }
    c.cells().update(new FsCell(c.fs()), new FsCell.SetCwd(directory));
    return Reply.zero();
  }
}
