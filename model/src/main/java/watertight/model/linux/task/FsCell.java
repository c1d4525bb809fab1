package watertight.model.linux.task;

import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Update;
import watertight.model.View;
import watertight.model.linux.path.Path;

/** What an fs_struct holds. */
public record FsCell(Fs owner) implements Cell<FsState> {
  @Override
  public FsCell ownedBy(Ref owner) {
    return new FsCell((Fs) owner);
  }

  /** The root directory. */
  public record Root() implements View<FsState, Path> {
    @Override
    public Path of(FsState fs) {
      return fs.root();
    }
  }

  /** The working directory. */
  public record Cwd() implements View<FsState, Path> {
    @Override
    public Path of(FsState fs) {
      return fs.cwd();
    }
  }

  /** The umask. */
  public record Umask() implements View<FsState, Integer> {
    @Override
    public Integer of(FsState fs) {
      return fs.umask();
    }
  }

  /** Changes the root directory alone. */
  public record SetRoot(Path root) implements Update<FsState> {
    @Override
    public FsState apply(FsState fs) {
      return new FsState(root, fs.cwd(), fs.umask());
    }
  }

  /** Changes the working directory alone. */
  public record SetCwd(Path cwd) implements Update<FsState> {
    @Override
    public FsState apply(FsState fs) {
      return new FsState(fs.root(), cwd, fs.umask());
    }
  }
}
