package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import watertight.model.PlainCells;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.MountFlags;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.PendingCell;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Tree;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;

/** What tasks do, at random, as often as not about objects that are there. */
final class RandomDeeds {
  private static final int MOST_TASKS = 3;
  private static final List<Long> RESOLVE =
      List.of(
          ResolveFlags.RESOLVE_BENEATH,
          ResolveFlags.RESOLVE_IN_ROOT,
          ResolveFlags.RESOLVE_NO_XDEV,
          ResolveFlags.RESOLVE_NO_SYMLINKS,
          ResolveFlags.RESOLVE_NO_MAGICLINKS);

  private final SplittableRandom random;
  private final RandomWorlds texts;

  RandomDeeds(SplittableRandom random) {
    this.random = random;
    this.texts = new RandomWorlds(random);
  }

  /** What happens next. */
  Deed next(PlainCells cells) {
    List<Task> tasks = Scene.tasks(cells);
    Task task = tasks.get(random.nextInt(tasks.size()));
    if (cells.has(new PendingCell(task))) {
      return new Deed.GoesOn(task);
    }
    Task other = tasks.get(random.nextInt(tasks.size()));
    return switch (random.nextInt(24)) {
      case 0 -> new Deed.Drops(task, 1000 + random.nextInt(2));
      case 1, 2 -> new Deed.Passes(task, fd(), other);
      case 3 -> new Deed.Calls(task, tasks.size() < MOST_TASKS ? cloning() : fchdir());
      case 4 -> new Deed.Calls(task, fchdir());
      case 5, 6, 7, 8 -> new Deed.Calls(task, renaming(cells, task));
      case 9 -> new Deed.Calls(task, binding());
      default -> new Deed.Calls(task, walking(cells, task));
    };
  }

  private int fd() {
    return 3 + random.nextInt(3);
  }

  private Syscall fchdir() {
    return new Syscall.Fchdir(fd());
  }

  private Syscall cloning() {
    return new Syscall.Clone(random.nextBoolean() ? CloneFlags.CLONE_FS : 0);
  }

  private Syscall walking(PlainCells cells, Task task) {
    String path = random.nextBoolean() ? texts.text() : known(cells, task) + rest();
    int dirfd = random.nextBoolean() ? Syscall.AT_FDCWD : fd();
    return switch (random.nextInt(14)) {
      case 12 -> new Syscall.Open(path, OpenFlags.O_PATH, 0);
      case 13 -> new Syscall.Openat(dirfd, path, OpenFlags.O_PATH | OpenFlags.O_NOFOLLOW, 0);
      case 5 -> new Syscall.Lstat(path);
      case 0 -> new Syscall.Chdir(path);
      case 1 -> new Syscall.Chroot(path);
      case 2, 3 -> new Syscall.Mkdir(path, 0755);
      case 4 -> new Syscall.Stat(path);
      default -> openat2(path);
    };
  }

  private Syscall openat2(String path) {
    long flags = OpenFlags.O_PATH | (random.nextInt(3) == 0 ? OpenFlags.O_NOFOLLOW : 0);
    long resolve = 0;
    for (int more = random.nextInt(4); more > 0; more--) {
      resolve |= RESOLVE.get(random.nextInt(RESOLVE.size()));
    }
    int dirfd = random.nextBoolean() ? Syscall.AT_FDCWD : fd();
    return new Syscall.Openat2(
        dirfd, path, new Syscall.OpenHow(flags, 0, resolve, true), Syscall.OpenHow.SIZE);
  }

  private String rest() {
    return random.nextBoolean() ? "" : "/" + texts.text().replaceFirst("^/+", "");
  }

  private Syscall renaming(PlainCells cells, Task task) {
    String from = known(cells, task);
    String to = (random.nextBoolean() ? "/" : "") + texts.oneOf(RandomWorlds.NAMES);
    return new Syscall.Rename(from, to);
  }

  private Syscall binding() {
    String target = random.nextBoolean() ? "/" : ".";
    return new Syscall.Mount(texts.text(), target, null, MountFlags.MS_BIND);
  }

  /** A name that is there, in the working directory or the root. */
  private String known(PlainCells cells, Task task) {
    FsState fs = cells.get(new FsCell(cells.get(new TaskCell(task)).fs()));
    boolean inRoot = random.nextBoolean();
    Dentry directory = (inRoot ? fs.root() : fs.cwd()).dentry();
    List<String> names = new ArrayList<>(RandomWorlds.NAMES);
    names.removeIf(name -> Tree.child(cells, directory, name) == null);
    String name = texts.oneOf(names.isEmpty() ? RandomWorlds.NAMES : names);
    return (inRoot ? "/" : "") + name;
  }
}
