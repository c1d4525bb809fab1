package watertight.model.linux.process;

import static watertight.model.linux.process.ProcessGates.WAIT_GROUP_NUMBER;
import static watertight.model.linux.process.ProcessGates.WAIT_HAS_CHILD;
import static watertight.model.linux.process.ProcessGates.WAIT_OPTIONS;

import java.util.List;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskState.Life;

/** man 2 wait4; kernel/exit.c: do_wait, wait_consider_task. */
public final class WaitCall {
  public static final int WNOHANG = 1;
  public static final int WUNTRACED = 2;
  public static final int WCONTINUED = 8;
  public static final int WNOTHREAD = 0x20000000;
  public static final int WALL = 0x40000000;
  public static final int WCLONE = 0x80000000;

  private static final int KNOWN = WNOHANG | WUNTRACED | WCONTINUED | WNOTHREAD | WALL | WCLONE;
  private static final int STOPPED = 0x7f;
  private static final int GOES_ON = 0xffff;

  private WaitCall() {}

  /** man 2 wait4: the first child that has something to tell, in the order of the list. */
  public static Result wait4(Caller c, int pid, int options) {
    if (c.refuses(WAIT_OPTIONS, (options & ~KNOWN) != 0)) {
      return new Refused(WAIT_OPTIONS);
    }
    if (pid == Integer.MIN_VALUE) {
      return new Refused(WAIT_GROUP_NUMBER);
    }
    List<Task> children =
        Kin.children(c.cells(), c.task()).stream()
            .filter(task -> isMeant(c, task, pid) && isOfThatKind(c.cells(), task, options))
            .toList();
    for (Task child : children) {
      Result told = told(c, child, options);
      if (told != null) {
        return told;
      }
    }
    if (children.isEmpty()) {
      return new Refused(WAIT_HAS_CHILD);
    }
    return (options & WNOHANG) != 0 ? Reply.zero() : new Result.Blocks("a child");
  }

  /** A child is waited for by its number, and every child has one where its parent is. */
  private static boolean isMeant(Caller c, Task task, int pid) {
    if (pid == -1) {
      return Numbers.seen(c, task) != 0;
    }
    if (pid > 0) {
      return task.equals(Numbers.process(c, pid));
    }
    Task group = pid == 0 ? Kin.group(c.cells(), c.task()) : Numbers.group(c, -pid);
    return Kin.group(c.cells(), task).equals(group);
  }

  /** A child that ends with another signal than SIGCHLD is a "clone" child (eligible_child). */
  private static boolean isOfThatKind(Cells cells, Task task, int options) {
    boolean clone = cells.get(new ProcessCell(task)).exitSignal() != Signal.SIGCHLD.number();
    return (options & WALL) != 0 || clone == ((options & WCLONE) != 0);
  }

  private static Result told(Caller c, Task child, int options) {
    Cells cells = c.cells();
    ProcessState process = cells.get(new ProcessCell(child));
    Life life = Kin.life(cells, child);
    int number = Numbers.seen(c, child);
    if (life == Life.ZOMBIE) {
      Exit.reap(c, child);
      return waited(number, process.status());
    }
    if ((options & WUNTRACED) != 0 && process.stopCode() != 0) {
      cells.set(new ProcessCell(child), process.reporting(0, process.continued()));
      return waited(number, process.stopCode() << 8 | STOPPED);
    }
    if ((options & WCONTINUED) != 0 && process.continued()) {
      cells.set(new ProcessCell(child), process.reporting(process.stopCode(), false));
      return waited(number, GOES_ON);
    }
    return null;
  }

  private static Result waited(int number, int status) {
    return new Result.Returned(new Reply.Waited(number, status));
  }
}
