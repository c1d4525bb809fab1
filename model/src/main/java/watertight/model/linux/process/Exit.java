package watertight.model.linux.process;

import static watertight.model.linux.process.ProcessChoices.INIT_DEATH_KILLS_ALL;

import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.signal.Init;
import watertight.model.linux.signal.Sending;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalCell;
import watertight.model.linux.signal.SignalState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;
import watertight.model.linux.task.TaskState.Life;

/** How a process ends; kernel/exit.c: do_exit, exit_notify. */
public final class Exit {
  private Exit() {}

  /**
   * Ends the caller: its descriptors close, its children get another parent, its parent is told.
   *
   * @param status what wait4 will tell
   */
  public static void of(Caller c, int status) {
    Cells cells = c.cells();
    Task task = c.task();
    leave(cells, task);
    cells.set(new ProcessCell(task), cells.get(new ProcessCell(task)).withStatus(status));
    if (Init.is(cells, task) && c.has(INIT_DEATH_KILLS_ALL) && !Members.end(c)) {
      return;
    }
    finish(c);
  }

  /** The end itself, when nobody is left in the PID namespace of an init (exit_notify). */
  static void finish(Caller c) {
    Cells cells = c.cells();
    Task task = c.task();
    giveAway(c);
    wakeGroup(c, task, Kin.parentOf(cells, task), task);
    TaskState state = cells.get(new TaskCell(task));
    cells.set(new TaskCell(task), new TaskState(Life.ZOMBIE, state.parent(), null, null, false));
    cells.set(new ProcessCell(task), cells.get(new ProcessCell(task)).ended());
    cells.set(new SignalCell(task), SignalState.DEFAULT);
    tell(c, task);
  }

  /** From here on it takes no signal, and what it had open is closed. */
  private static void leave(Cells cells, Task task) {
    TaskState state = cells.get(new TaskCell(task));
    cells.set(
        new TaskCell(task),
        new TaskState(Life.EXITING, state.parent(), null, null, state.dumpable()));
    cells.set(new NsProxyCell(task), null);
  }

  /** Children go to the reaper, one after the other (forget_original_parent). */
  private static void giveAway(Caller c) {
    Cells cells = c.cells();
    Task father = c.task();
    for (Task child : Kin.children(cells, father)) {
      Task reaper = Reaper.of(c, child);
      TaskState state = cells.get(new TaskCell(child));
      cells.set(new TaskCell(child), state.withParent(reaper.equals(Task.INIT) ? null : reaper));
      int deathSignal = cells.get(new ProcessCell(child)).deathSignal();
      Signal.of(deathSignal).ifPresent(signal -> Sending.atDeath(c, child, signal));
      int rank = reaper.equals(Task.INIT) ? 0 : Kin.lastRank(cells, reaper) + 1;
      ProcessState process = cells.get(new ProcessCell(child));
      int sigchld = Signal.SIGCHLD.number();
      cells.set(new ProcessCell(child), process.withExitSignal(sigchld).withRank(rank));
      if (state.life() == Life.ZOMBIE) {
        tell(c, child);
      }
      wakeGroup(c, child, father, null);
    }
  }

  /** Tells a zombie's parent; who does not care has no zombies (do_notify_parent). */
  private static void tell(Caller c, Task zombie) {
    Cells cells = c.cells();
    Task parent = Kin.parentOf(cells, zombie);
    int signal = cells.get(new ProcessCell(zombie)).exitSignal();
    if (parent.equals(Task.INIT) || Kin.life(cells, parent) == Life.EXITING) {
      reap(c, zombie);
      return;
    }
    SignalState state = cells.get(new SignalCell(parent));
    boolean ignores = state.ignored().has(Signal.SIGCHLD);
    boolean isChld = signal == Signal.SIGCHLD.number();
    if (!(isChld && ignores)) {
      Signal.of(signal).ifPresent(sent -> Sending.byKernel(c, parent, sent));
    }
    if (isChld && (ignores || state.noCldWait())) {
      reap(c, zombie);
    }
  }

  /** A process that is gone for good keeps its group and session, which may outlive it. */
  static void reap(Caller c, Task task) {
    Cells cells = c.cells();
    Task group = Kin.group(cells, task);
    Task session = Kin.session(cells, task);
    TaskState state = cells.get(new TaskCell(task));
    cells.set(new TaskCell(task), new TaskState(Life.REAPED, null, null, null, state.dumpable()));
    cells.set(new ProcessCell(task), ProcessState.DEFAULT);
    Members.left(c, task, group, session);
  }

  /**
   * A stopped group that nobody is left to wake gets SIGHUP and SIGCONT (kill_orphaned_pgrp).
   *
   * @param task a member; its bond to {@code parent} goes
   * @param leaving the member that ends, or null when the parent does
   */
  private static void wakeGroup(Caller c, Task task, Task parent, Task leaving) {
    Cells cells = c.cells();
    Task group = Kin.group(cells, task);
    if (Kin.supervises(cells, parent, task)
        && Kin.isOrphaned(cells, group, leaving)
        && hasStopped(cells, group)) {
      for (Task member : Kin.members(cells, group)) {
        Sending.byKernel(c, member, Signal.SIGHUP);
      }
      for (Task member : Kin.members(cells, group)) {
        Sending.byKernel(c, member, Signal.SIGCONT);
      }
    }
  }

  private static boolean hasStopped(Cells cells, Task group) {
    return Kin.members(cells, group).stream()
        .anyMatch(task -> Kin.life(cells, task) == Life.STOPPED);
  }
}
