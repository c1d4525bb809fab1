package watertight.checker.conform;

import java.util.List;
import watertight.model.Cells;
import watertight.model.linux.Syscall;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.OpenFileState.OpenSocket;
import watertight.model.linux.task.Socket;
import watertight.model.linux.task.SocketCell;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TasksCell;

/**
 * Sockets on their way in messages. When they hold one another in a circle, a kernel lets them go
 * some time later (net/unix/garbage.c), and what the other ends see meanwhile is not determined.
 */
final class InFlight {
  private InFlight() {}

  /**
   * Whether a message might close such a circle: a socket goes along, to its own pair, or while
   * another is on its way.
   */
  static boolean mayClose(Cells cells, Task task, Syscall.Sendmsg call) {
    List<Socket> sent =
        call.fds().stream().flatMap(fd -> socket(cells, task, fd).stream()).toList();
    if (sent.isEmpty()) {
      return false;
    }
    List<Socket> through = socket(cells, task, call.fd());
    boolean own =
        through.stream().anyMatch(end -> sent.contains(end) || sent.contains(peer(cells, end)));
    return own || isAny(cells);
  }

  private static Socket peer(Cells cells, Socket end) {
    return cells.get(new SocketCell(end)).peer();
  }

  private static List<Socket> socket(Cells cells, Task task, int fd) {
    OpenFile file = Files.behind(cells, task, fd);
    return file != null && cells.get(new OpenFileCell(file)) instanceof OpenSocket(Socket socket)
        ? List.of(socket)
        : List.of();
  }

  private static boolean isAny(Cells cells) {
    return cells.get(new TasksCell()).list().stream()
        .flatMap(task -> Files.reachable(cells, task).stream())
        .anyMatch(file -> carries(cells, file));
  }

  private static boolean carries(Cells cells, OpenFileState file) {
    return file instanceof OpenSocket(Socket end)
        && (holds(cells, end) || holds(cells, peer(cells, end)));
  }

  private static boolean holds(Cells cells, Socket end) {
    return cells.get(new SocketCell(end)).queue().stream()
        .flatMap(message -> message.files().stream())
        .anyMatch(file -> cells.get(new OpenFileCell(file)) instanceof OpenSocket);
  }
}
