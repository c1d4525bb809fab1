package watertight.model.linux.task;

import static watertight.model.linux.task.FileGates.RECEIVE_NOT_RESET;
import static watertight.model.linux.task.FileGates.RECEIVE_OPEN;
import static watertight.model.linux.task.FileGates.RECEIVE_SOCKET;
import static watertight.model.linux.task.FileGates.SEND_OPEN;
import static watertight.model.linux.task.FileGates.SEND_PEER_OPEN;
import static watertight.model.linux.task.FileGates.SEND_RIGHTS_LIMIT;
import static watertight.model.linux.task.FileGates.SEND_RIGHTS_OPEN;
import static watertight.model.linux.task.FileGates.SEND_SOCKET;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.Result.Blocks;
import watertight.model.Result.OutOfScope;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Fresh;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.OpenFileState.OpenSocket;
import watertight.model.linux.task.SocketState.Message;

/** Pairs of connected UNIX sockets, which carry descriptors; man 7 unix, net/unix/af_unix.c. */
public final class Sockets {
  private static final int SCM_MAX_FD = 253;

  private Sockets() {}

  /** man 2 socketpair. */
  public static Result socketpair(Caller c) {
    Cells cells = c.cells();
    Socket first = new Socket(Fresh.id(cells, id -> new SocketCell(new Socket(id))));
    Socket second =
        new Socket(Fresh.idFrom(cells, first.id() + 1, id -> new SocketCell(new Socket(id))));
    cells.set(new SocketCell(first), made(c, second));
    cells.set(new SocketCell(second), made(c, first));
    int fd = Files.lowestFree(c);
    Files.put(c, fd, Files.describe(cells, new OpenSocket(first)));
    int other = Files.lowestFree(c);
    Files.put(c, other, Files.describe(cells, new OpenSocket(second)));
    return Files.outOfScope(c, other)
        ? new OutOfScope("descriptors")
        : new Result.Returned(new Reply.Pair(fd, other));
  }

  private static SocketState made(Caller c, Socket peer) {
    return new SocketState(peer, List.of(), c.cred().fsuid(), c.cred().gid());
  }

  /**
   * man 2 sendmsg: the descriptions go along, whatever they refer to; with no byte of data nothing
   * goes at all (man 7 unix).
   */
  public static Result send(Caller c, Syscall.Sendmsg call) {
    OpenFileState file = c.file(call.fd());
    if (file == null
        || file instanceof OpenFileState.OpenPath(var p, var access, var o)
            && access == OpenFileState.Access.PATH) {
      return new Refused(SEND_OPEN);
    }
    if (!(file instanceof OpenSocket(Socket end))) {
      return new Refused(SEND_SOCKET);
    }
    if (c.refuses(SEND_RIGHTS_LIMIT, call.fds().size() > SCM_MAX_FD)) {
      return new Refused(SEND_RIGHTS_LIMIT);
    }
    List<OpenFile> files = new ArrayList<>();
    for (int fd : call.fds()) {
      files.add(c.behind(fd));
    }
    if (files.contains(null)) {
      return new Refused(SEND_RIGHTS_OPEN);
    }
    SocketCell peer = new SocketCell(c.cells().get(new SocketCell(end)).peer());
    if (!isHeld(c.cells(), peer.owner())) {
      return new Refused(SEND_PEER_OPEN);
    }
    if (call.data().isEmpty()) {
      return new Result.Returned(new Reply.Number(0));
    }
    SocketState state = c.cells().get(peer);
    List<Message> queue = new ArrayList<>(state.queue());
    queue.add(new Message(call.data(), files));
    c.cells().set(peer, state.withQueue(queue));
    return new Result.Returned(new Reply.Number(call.data().length()));
  }

  /** man 2 recvmsg: what came along gets the lowest free descriptors. */
  public static Result receive(Caller c, Syscall.Recvmsg call) {
    OpenFileState file = c.file(call.fd());
    if (file == null
        || file instanceof OpenFileState.OpenPath(var p, var access, var o)
            && access == OpenFileState.Access.PATH) {
      return new Refused(RECEIVE_OPEN);
    }
    if (!(file instanceof OpenSocket(Socket end))) {
      return new Refused(RECEIVE_SOCKET);
    }
    return take(c, end, call.size(), true);
  }

  /**
   * man 2 read on a socket: what came along is dropped; nothing asked is nothing (sock_read_iter).
   */
  static Result read(Caller c, Socket end, long count) {
    if (count == 0) {
      return Files.text("");
    }
    Result result = take(c, end, count, false);
    return result instanceof Result.Returned(Reply.Message message)
        ? Files.text(message.data())
        : result;
  }

  /** Takes bytes, also of several messages, up to one that carries descriptors. */
  private static Result take(Caller c, Socket end, long size, boolean keepsFiles) {
    SocketState state = c.cells().get(new SocketCell(end));
    if (state.queue().isEmpty()) {
      return isHeld(c.cells(), state.peer()) ? new Blocks("a message") : atEnd(c, state.peer());
    }
    List<Message> queue = new ArrayList<>(state.queue());
    StringBuilder data = new StringBuilder();
    List<OpenFile> files;
    do {
      Message message = queue.remove(0);
      int length = (int) Math.min(size - data.length(), message.data().length());
      data.append(message.data(), 0, length);
      files = message.files();
      if (length < message.data().length()) {
        queue.add(0, new Message(message.data().substring(length), List.of()));
      }
    } while (files.isEmpty() && data.length() < size && !queue.isEmpty());
    c.cells().set(new SocketCell(end), state.withQueue(queue));
    return install(c, data.toString(), keepsFiles ? files : List.of());
  }

  /** The end of the stream: the closed end's unread messages reset this one, once. */
  private static Result atEnd(Caller c, Socket closed) {
    SocketCell cell = new SocketCell(closed);
    SocketState state = c.cells().get(cell);
    c.cells().set(cell, state.withQueue(List.of()));
    return c.refuses(RECEIVE_NOT_RESET, !state.queue().isEmpty())
        ? new Refused(RECEIVE_NOT_RESET)
        : new Result.Returned(new Reply.Message("", List.of(), List.of()));
  }

  private static Result install(Caller c, String data, List<OpenFile> files) {
    List<Integer> fds = new ArrayList<>();
    List<Path> paths = new ArrayList<>();
    for (OpenFile file : files) {
      int fd = Files.lowestFree(c);
      if (Files.outOfScope(c, fd)) {
        return new OutOfScope("descriptors");
      }
      Files.put(c, fd, file);
      fds.add(fd);
      Path path = c.cells().get(new OpenFileCell(file)).pathOrNull();
      if (path != null) {
        paths.add(path);
      }
    }
    return new Result.Returned(new Reply.Message(data, fds, paths));
  }

  /** Whether any task has the end open, or it is on its way to one. */
  private static boolean isHeld(Cells cells, Socket end) {
    for (Task task : cells.get(new TasksCell()).list()) {
      if (Files.reachable(cells, task).contains(new OpenSocket(end))) {
        return true;
      }
    }
    return false;
  }
}
