package watertight.model.linux.process;

import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;

/**
 * What ties a process to others (signal_struct, and the links in task_struct). A group or session
 * is an object; it is named by the task whose number it has, and outlives it.
 *
 * @param group the group's first leader; null for the task itself
 * @param session the session's leader; null for the task itself
 * @param exitSignal what its parent gets when it ends
 * @param subreaper whether orphans below it become its children (PR_SET_CHILD_SUBREAPER)
 * @param belowSubreaper whether some ancestor was a subreaper when it was made, or since
 * @param deathSignal what it gets when its parent ends (PR_SET_PDEATHSIG), or 0
 * @param rank where it stands among its siblings: those of a lower rank first, then the older ones
 * @param status what wait4 tells once it has ended
 * @param stopCode the signal that stopped it, until somebody was told; else 0
 * @param continued whether wait4 may still tell that it went on
 */
public record ProcessState(
    Task group,
    Task session,
    int exitSignal,
    boolean subreaper,
    boolean belowSubreaper,
    int deathSignal,
    int rank,
    int status,
    int stopCode,
    boolean continued) {
  /** A task that pid 1 made, in a session of its own. */
  public static final ProcessState DEFAULT =
      new ProcessState(null, null, Signal.SIGCHLD.number(), false, false, 0, 0, 0, 0, false);

  /** In another group and session. */
  public ProcessState in(Task newGroup, Task newSession) {
    return new ProcessState(
        newGroup,
        newSession,
        exitSignal,
        subreaper,
        belowSubreaper,
        deathSignal,
        rank,
        status,
        stopCode,
        continued);
  }

  ProcessState withExitSignal(int signal) {
    return new ProcessState(
        group,
        session,
        signal,
        subreaper,
        belowSubreaper,
        deathSignal,
        rank,
        status,
        stopCode,
        continued);
  }

  ProcessState withRank(int newRank) {
    return new ProcessState(
        group,
        session,
        exitSignal,
        subreaper,
        belowSubreaper,
        deathSignal,
        newRank,
        status,
        stopCode,
        continued);
  }

  ProcessState withSubreaper(boolean is, boolean below) {
    return new ProcessState(
        group, session, exitSignal, is, below, deathSignal, rank, status, stopCode, continued);
  }

  /** With another signal at the parent's end, or none (0). */
  public ProcessState withDeathSignal(int signal) {
    return new ProcessState(
        group,
        session,
        exitSignal,
        subreaper,
        belowSubreaper,
        signal,
        rank,
        status,
        stopCode,
        continued);
  }

  ProcessState withStatus(int waitStatus) {
    return new ProcessState(
        group,
        session,
        exitSignal,
        subreaper,
        belowSubreaper,
        deathSignal,
        rank,
        waitStatus,
        0,
        false);
  }

  /** Ended: what concerned the living is dropped. */
  ProcessState ended() {
    return new ProcessState(group, session, exitSignal, false, false, 0, rank, status, 0, false);
  }

  /** Stopped or going on, and what is to be told of it. */
  public ProcessState reporting(int code, boolean goesOn) {
    return new ProcessState(
        group,
        session,
        exitSignal,
        subreaper,
        belowSubreaper,
        deathSignal,
        rank,
        status,
        code,
        goesOn);
  }
}
