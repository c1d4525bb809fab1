package watertight.model.linux.process;

import static watertight.model.linux.process.ProcessGates.GETPGID_PROCESS_EXISTS;
import static watertight.model.linux.process.ProcessGates.GETSID_PROCESS_EXISTS;
import static watertight.model.linux.process.ProcessGates.SETPGID_CHILD_SESSION;
import static watertight.model.linux.process.ProcessGates.SETPGID_GROUP_EXISTS;
import static watertight.model.linux.process.ProcessGates.SETPGID_NO_LEADER;
import static watertight.model.linux.process.ProcessGates.SETPGID_NUMBER;
import static watertight.model.linux.process.ProcessGates.SETPGID_OWN_CHILD;
import static watertight.model.linux.process.ProcessGates.SETPGID_PROCESS_EXISTS;
import static watertight.model.linux.process.ProcessGates.SETPGID_SAME_SESSION;
import static watertight.model.linux.process.ProcessGates.SETSID_NO_GROUP;
import static watertight.model.linux.process.ProcessGates.SETSID_NO_LEADER;

import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.task.Task;

/** Numbers, groups and sessions; man 2 getpid, getpgid, setpgid, setsid; kernel/sys.c. */
public final class GroupCalls {
  private GroupCalls() {}

  private static Result number(Caller c, Task task) {
    return new Result.Returned(new Reply.Number(Numbers.seen(c, task)));
  }

  /** man 2 getpid, man 2 gettid: every process has one thread here. */
  public static Result getpid(Caller c) {
    return number(c, c.task());
  }

  /** man 2 getppid: 0 for a parent that has no number here. */
  public static Result getppid(Caller c) {
    return number(c, Kin.parentOf(c.cells(), c.task()));
  }

  /** man 2 getpgid. */
  public static Result getpgid(Caller c, int pid) {
    Task task = pid == 0 ? c.task() : Numbers.process(c, pid);
    return task == null
        ? new Refused(GETPGID_PROCESS_EXISTS)
        : number(c, Kin.group(c.cells(), task));
  }

  /** man 2 getsid. */
  public static Result getsid(Caller c, int pid) {
    Task task = pid == 0 ? c.task() : Numbers.process(c, pid);
    return task == null
        ? new Refused(GETSID_PROCESS_EXISTS)
        : number(c, Kin.session(c.cells(), task));
  }

  /** man 2 setpgid. */
  public static Result setpgid(Caller c, int pid, int pgid) {
    int of = pid == 0 ? Numbers.seen(c, c.task()) : pid;
    int to = pgid == 0 ? of : pgid;
    if (c.refuses(SETPGID_NUMBER, to < 0)) {
      return new Refused(SETPGID_NUMBER);
    }
    Task task = Numbers.process(c, of);
    if (task == null) {
      return new Refused(SETPGID_PROCESS_EXISTS);
    }
    ProcessGates no = refusal(c, task);
    if (no != null) {
      return new Refused(no);
    }
    return to == of ? join(c, task, task) : joinOther(c, task, to);
  }

  private static ProcessGates refusal(Caller c, Task task) {
    Cells cells = c.cells();
    boolean child = c.task().equals(Kin.parentOf(cells, task));
    boolean sameSession = Kin.sameSession(cells, task, c.task());
    if (c.refuses(SETPGID_CHILD_SESSION, child && !sameSession)) {
      return SETPGID_CHILD_SESSION;
    }
    if (c.refuses(SETPGID_OWN_CHILD, !child && !task.equals(c.task()))) {
      return SETPGID_OWN_CHILD;
    }
    boolean leads = Kin.session(cells, task).equals(task);
    return c.refuses(SETPGID_NO_LEADER, leads) ? SETPGID_NO_LEADER : null;
  }

  private static Result joinOther(Caller c, Task task, int to) {
    Task group = Numbers.group(c, to);
    if (group == null) {
      return new Refused(SETPGID_GROUP_EXISTS);
    }
    Task member = Kin.members(c.cells(), group).getFirst();
    boolean same = Kin.sameSession(c.cells(), member, c.task());
    return c.refuses(SETPGID_SAME_SESSION, !same)
        ? new Refused(SETPGID_SAME_SESSION)
        : join(c, task, group);
  }

  private static Result join(Caller c, Task task, Task group) {
    move(c, task, group, Kin.session(c.cells(), task));
    return Reply.zero();
  }

  private static void move(Caller c, Task task, Task group, Task session) {
    if (task.equals(Task.INIT)) {
      return;
    }
    Cells cells = c.cells();
    Task oldGroup = Kin.group(cells, task);
    Task oldSession = Kin.session(cells, task);
    ProcessState old = cells.get(new ProcessCell(task));
    cells.set(new ProcessCell(task), old.in(other(task, group), other(task, session)));
    Members.left(c, task, oldGroup, oldSession);
  }

  /** A task's own group or session is not written down. */
  static Task other(Task task, Task leader) {
    return leader.equals(task) ? null : leader;
  }

  /** man 2 setsid. */
  public static Result setsid(Caller c) {
    Cells cells = c.cells();
    if (c.refuses(SETSID_NO_LEADER, Kin.session(cells, c.task()).equals(c.task()))) {
      return new Refused(SETSID_NO_LEADER);
    }
    if (c.refuses(SETSID_NO_GROUP, !Kin.members(cells, c.task()).isEmpty())) {
      return new Refused(SETSID_NO_GROUP);
    }
    move(c, c.task(), c.task(), c.task());
    return number(c, c.task());
  }
}
