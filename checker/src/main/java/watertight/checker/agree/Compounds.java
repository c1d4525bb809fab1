package watertight.checker.agree;

import java.util.List;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.PendingCell;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.task.FdTable;
import watertight.model.linux.task.FdTableCell;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;

/** What is one event in a specification and several calls in the model. */
final class Compounds {
  /** The calls of {@link #drop}. */
  static final List<String> OF_DROP = List.of("setresuid", "capset");

  /** The calls of {@link #pass}. */
  static final List<String> OF_PASS = List.of("socketpair", "sendmsg", "recvmsg");

  private static final int SPARE = 30;

  private Compounds() {}

  /** Becomes another user without capabilities; whether every call succeeded. */
  static boolean drop(Kernel kernel, PlainCells cells, Task task, int uid) {
    Result first = kernel.call(cells, task, new Syscall.Setresuid(uid, uid, uid));
    if (!(first instanceof Result.Returned)) {
      return false;
    }
    Syscall none = new Syscall.Capset(CapSet.NONE, CapSet.NONE, CapSet.NONE);
    return kernel.call(cells, task, none) instanceof Result.Returned;
  }

  /** Whether a task can make the call that takes a descriptor. */
  static boolean canReceive(PlainCells cells, Task task) {
    return Scene.tasks(cells).contains(task) && !cells.has(new PendingCell(task));
  }

  /** Passes a descriptor through a pair of sockets; whether every call succeeded. */
  static boolean pass(Kernel kernel, PlainCells cells, Task task, int fd, Task to) {
    Result made = kernel.call(cells, task, new Syscall.Socketpair());
    if (!(made instanceof Result.Returned(Reply.Pair(int near, int far)))) {
      return false;
    }
    FdTable own = Files.table(cells, task);
    FdTable other = Files.table(cells, to);
    cells.set(
        new FdTableCell(cells.get(new TaskCell(to)).files()),
        other.with(SPARE, own.files().get(far)));
    Result sent = kernel.call(cells, task, new Syscall.Sendmsg(near, "x", List.of(fd)));
    Result taken = kernel.call(cells, to, new Syscall.Recvmsg(SPARE, 1));
    kernel.call(cells, task, new Syscall.Close(near));
    kernel.call(cells, task, new Syscall.Close(far));
    kernel.call(cells, to, new Syscall.Close(SPARE));
    return sent instanceof Result.Returned && taken instanceof Result.Returned;
  }
}
