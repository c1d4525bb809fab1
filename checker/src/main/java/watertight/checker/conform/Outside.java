package watertight.checker.conform;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import watertight.checker.trace.Descriptors;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.WalkingCalls;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.Body;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.OpenGates;
import watertight.model.linux.path.OutsideCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.path.Tree;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;

/**
 * Which calls the model says it does not describe, beside those out of scope: LIMITS.md. An open
 * that waits for the other end of a pipe is among them: what comes of it when names change
 * meanwhile is not described.
 */
final class Outside {
  /** How the model calls what it keeps outside, sockets and files without a name. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("^/exe$|^/null$|^socket:|/# \\(deleted\\)$");

  private Outside() {}

  /**
   * Whether a call is not put to a kernel in this state.
   *
   * @param waiting the tasks that wait in a call
   */
  static boolean of(Cells before, Task task, Syscall call, Result result, Set<Task> waiting) {
    if (!result.taken()) {
      return true;
    }
    boolean becomes = call instanceof Syscall.Setresuid;
    if ((becomes || mayEnd(call)) && isTaskMounted(before)
        || becomes && PlacesInProcfs.isAny(before, task::equals)
        || PlacesInProcfs.isAny(before, one -> isDead(before, one))) {
      return true;
    }
    if (call instanceof Syscall.Read(int fd, long count)) {
      return readsWhatIsNotKept(Descriptors.path(before, task, fd), before);
    }
    if (result instanceof Result.Blocks && WalkingCalls.of(call) != null) {
      return true;
    }
    if (call instanceof Syscall.Sendmsg send && InFlight.mayClose(before, task, send)) {
      return true;
    }
    return result instanceof Result.Returned(Result.Answer answer)
        ? tellsOfTheProgram((Reply) answer, before)
        : !waiting.isEmpty() && meetsAnotherOpener(result);
  }

  private static boolean mayEnd(Syscall call) {
    return call instanceof Syscall.Exit
        || call instanceof Syscall.ExitGroup
        || call instanceof Syscall.Kill
        || call instanceof Syscall.Tgkill
        || call instanceof Syscall.RtSigprocmask
        || call instanceof Syscall.Wait4
        || call instanceof Syscall.Reboot;
  }

  /**
   * What is mounted on a task's directory goes when the task does; a mount of it shows the dead,
   * and keeps its owner when the task's ids change.
   */
  private static boolean isTaskMounted(Cells cells) {
    return Mounts.everywhere(cells).stream()
        .map(mount -> cells.get(new MountCell(mount)))
        .anyMatch(mount -> isBelowProc(mount.mountpoint()) || isBelowProc(mount.root()));
  }

  private static boolean isBelowProc(@Nullable Dentry at) {
    return at instanceof ProcDentry && !(at instanceof ProcDentry.ProcRoot);
  }

  private static boolean isDead(Cells cells, Task task) {
    return !cells.view(new TaskCell(task), new TaskCell.Known());
  }

  /** The program that tasks run, and what is read of a link to it, to a device or to a socket. */
  private static boolean tellsOfTheProgram(Reply reply, Cells cells) {
    Path exe = cells.get(new OutsideCell()).exe();
    return switch (reply) {
      case Reply.Descriptor(int fd, Path path) -> path.equals(exe);
      case Reply.Status status -> status.identity().equals(Tree.identity(cells, exe.dentry()));
      case Reply.Text(String text, long value) -> ELSEWHERE.matcher(text).find();
      case Reply.Number number -> false;
      case Reply.Child child -> false;
      case Reply.Names names -> false;
      case Reply.Pair pair -> false;
      case Reply.Message message -> false;
      case Reply.Waited waited -> false;
      case Reply.Sent sent -> false;
      case Reply.Delivered delivered -> false;
      case Reply.Unfinished unfinished -> false;
    };
  }

  /** Pipes and the files of procfs: here they are read as empty. */
  private static boolean readsWhatIsNotKept(@Nullable Path path, Cells cells) {
    return path != null
        && switch (Tree.inode(cells, path.dentry()).body()) {
          case Body.Fifo fifo -> true;
          case Body.Regular file -> path.dentry() instanceof ProcDentry;
          case Body.Directory directory -> false;
          case Body.Symlink link -> false;
          case Body.MagicLink link -> false;
          case Body.SocketName name -> false;
          case Body.NamespaceFile file -> false;
          case Body.Device device -> false;
        };
  }

  /** Two openers of a pipe that wait for one another: here they do not meet. */
  private static boolean meetsAnotherOpener(Result result) {
    return result instanceof Result.Blocks
        || result instanceof Result.Refused refused && refused.gate() == OpenGates.FIFO_HAS_READER;
  }
}
