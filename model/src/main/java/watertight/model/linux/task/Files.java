package watertight.model.linux.task;

import static watertight.model.linux.task.FileGates.CLOSE_OPEN;
import static watertight.model.linux.task.FileGates.READ_NOT_DIRECTORY;
import static watertight.model.linux.task.FileGates.READ_OPEN;
import static watertight.model.linux.task.FileGates.READ_SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.Result.OutOfScope;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Fresh;
import watertight.model.linux.Reply;
import watertight.model.linux.Reply.Identity;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Tree;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.OpenFileState.OpenPidfd;
import watertight.model.linux.task.OpenFileState.OpenSocket;

/** Descriptors and what they refer to; fs/file.c, fs/read_write.c. */
public final class Files {
  private Files() {}

  /** Opens the lowest free descriptor of the caller on a new open file description. */
  public static Result open(Caller c, OpenPath state) {
    int fd = lowestFree(c);
    if (outOfScope(c, fd)) {
      return new OutOfScope("descriptors");
    }
    put(c, fd, describe(c.cells(), state));
    return new Result.Returned(new Reply.Descriptor(fd, state.path()));
  }

  /** man 2 pidfd_open: puts a new descriptor of a process on the lowest free number. */
  public static Result open(Caller c, OpenPidfd state) {
    int fd = lowestFree(c);
    if (outOfScope(c, fd)) {
      return new OutOfScope("descriptors");
    }
    put(c, fd, describe(c.cells(), state));
    return new Result.Returned(new Reply.Number(fd));
  }

  /** The descriptors of a task; none once it has ended. */
  public static FdTable table(Cells cells, Task task) {
    FilesStruct files = cells.view(new TaskCell(task), new TaskCell.FilesOf());
    return files == null ? FdTable.NONE : cells.get(new FdTableCell(files));
  }

  /** The open file description behind a task's descriptor, or null. */
  public static OpenFile behind(Cells cells, Task task, int fd) {
    FilesStruct files = cells.view(new TaskCell(task), new TaskCell.FilesOf());
    return files == null ? null : cells.view(new FdTableCell(files), new FdTableCell.Behind(fd));
  }

  static int lowestFree(Caller c) {
    return c.cells().view(new FdTableCell(c.files()), new FdTableCell.LowestFree());
  }

  static boolean outOfScope(Caller c, int fd) {
    return fd >= c.rules().bounds().fds();
  }

  static void put(Caller c, int fd, OpenFile file) {
    c.cells().update(new FdTableCell(c.files()), new FdTableCell.Put(fd, file));
  }

  /** Makes an open file description. */
  public static OpenFile describe(Cells cells, OpenFileState state) {
    OpenFile file = new OpenFile(Fresh.id(cells, id -> new OpenFileCell(new OpenFile(id))));
    cells.set(new OpenFileCell(file), state);
    return file;
  }

  /** man 2 close. */
  public static Result close(Caller c, int fd) {
    if (c.behind(fd) == null) {
      return new Refused(CLOSE_OPEN);
    }
    c.cells().update(new FdTableCell(c.files()), new FdTableCell.Drop(fd));
    return Reply.zero();
  }

  /** man 2 read: from where the last read of this description ended. */
  public static Result read(Caller c, int fd, long count) {
    OpenFileState file = c.file(fd);
    if (file == null || file instanceof OpenPath open && !open.access().reads()) {
      return new Refused(READ_OPEN);
    }
    return switch (file) {
      case OpenSocket socket -> Sockets.read(c, socket.socket(), count);
      case OpenPidfd pidfd -> new Refused(READ_SUPPORTED);
      case OpenPath open -> readPath(c, c.behind(fd), open, count);
    };
  }

  private static Result readPath(Caller c, OpenFile file, OpenPath open, long count) {
    Body body = Tree.inode(c.cells(), open.path().dentry()).body();
    return switch (body) {
      case Body.Directory directory -> new Refused(READ_NOT_DIRECTORY);
      case Body.Regular regular -> readText(c, file, open, regular.content(), count);
      case Body.Device device -> text("");
      case Body.Fifo fifo -> text("");
      case Body.NamespaceFile namespace -> new Refused(READ_SUPPORTED);
      case Body.SocketName name -> throw new IllegalStateException("a socket name is not opened");
      case Body.Symlink link -> throw new IllegalStateException("a link is not opened");
      case Body.MagicLink link -> throw new IllegalStateException("a link is not opened");
    };
  }

  /** What is left behind the position, which moves by what is read and by nothing else. */
  private static Result readText(
      Caller c, OpenFile file, OpenPath open, String content, long count) {
    int from = Math.min(open.offset(), content.length());
    int to = (int) Math.min(content.length(), from + count);
    int position = open.offset() + to - from;
    c.cells().set(new OpenFileCell(file), new OpenPath(open.path(), open.access(), position));
    return text(content.substring(from, to));
  }

  static Result text(String text) {
    return new Result.Returned(new Reply.Text(text, text.length()));
  }

  /** Whether any task has what {@code path} names open for reading, or for writing. */
  public static boolean isOpen(Cells cells, Path path, OpenFileState.Access access) {
    Identity object = Tree.identity(cells, path.dentry());
    return cells.get(new TasksCell()).list().stream()
        .flatMap(task -> reachable(cells, task).stream())
        .anyMatch(file -> file instanceof OpenPath open && isOpen(cells, open, object, access));
  }

  private static boolean isOpen(
      Cells cells, OpenPath open, Identity object, OpenFileState.Access access) {
    boolean reads = access == OpenFileState.Access.READ;
    return (reads ? open.access().reads() : open.access().writes())
        && Tree.identity(cells, open.path().dentry()).equals(object);
  }

  /** The places of what a task has open, or what is on its way to it. */
  public static Stream<Path> paths(Cells cells, Task task) {
    return reachable(cells, task).stream().map(OpenFileState::pathOrNull).filter(Objects::nonNull);
  }

  /** What a task has open, and what is on its way to it. */
  public static List<OpenFileState> reachable(Cells cells, Task task) {
    List<OpenFile> files = new ArrayList<>(table(cells, task).files().values());
    List<OpenFileState> states = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      OpenFileState state = cells.get(new OpenFileCell(files.get(i)));
      states.add(state);
      if (state instanceof OpenSocket(Socket socket)) {
        SocketState end = cells.get(new SocketCell(socket));
        end.queue().stream()
            .flatMap(message -> message.files().stream())
            .filter(file -> !files.contains(file))
            .forEach(files::add);
      }
    }
    return states;
  }
}
