package watertight.checker.conform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Answer.Out;
import watertight.checker.kernel.seen.FileType;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Errno;
import watertight.model.linux.Reply;
import watertight.model.linux.mount.Mounts;
import watertight.model.linux.path.OutsideCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathText;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;

/**
 * A result of the model in the terms in which a kernel answers.
 *
 * @param answer the answer
 * @param identity for stat, which object the model means; null for other calls
 */
record ModelAnswer(Answer answer, Reply.@Nullable Identity identity) {
  /** How a socket is called in procfs; a number follows, which the model does not know. */
  static final String SOCKET = "socket:";

  /** How a pidfd is called in procfs. */
  private static final String PIDFD = "anon_inode:[pidfd]";

  /** The name of what lies outside the world; the model does not know it. */
  static final String ELSEWHERE = "?";

  /** The size of what the model does not know the size of. */
  static final long NO_SIZE = -1;

  /** What a taken step of a task says, in the state after it. */
  static ModelAnswer of(Result result, Cells after, Task task) {
    return switch (result) {
      case Result.Returned(Result.Answer answer) -> reply((Reply) answer, after, task);
      case Result.Refused refused ->
          plain(new Answer.Failed(Errno.valueOf(refused.code().name()).number()));
      case Result.Blocks blocks -> plain(new Answer.Blocks());
      case Result.Dies(String cause) -> plain(new Answer.Died(cause));
      case Result.DoesNotEnd(String why) -> plain(new Answer.NotTaken("it does not end: " + why));
      case Result.NotEnabled(String why) -> plain(new Answer.NotTaken(why));
      case Result.OutOfScope(String what) -> plain(new Answer.NotTaken("out of scope: " + what));
    };
  }

  private static Out waited(int pid, int status) {
    return pid == 0 ? new Out.Nothing() : new Out.Waited(status);
  }

  /** The task has ended. */
  static ModelAnswer died(String how) {
    return plain(new Answer.Died(how));
  }

  private static ModelAnswer plain(Answer answer) {
    return new ModelAnswer(answer, null);
  }

  private static ModelAnswer returned(long value, Out out) {
    return plain(new Answer.Returned(value, out));
  }

  private static ModelAnswer reply(Reply reply, Cells cells, Task task) {
    return switch (reply) {
      case Reply.Number(long value) -> returned(value, new Out.Nothing());
      case Reply.Descriptor(int fd, Path path) -> returned(fd, new Out.Object(name(cells, path)));
      case Reply.Text(String text, long value) ->
          returned(value, new Out.Bytes(terminated(text, value)));
      case Reply.Status status -> status(status);
      case Reply.Child(Task child, int pid) -> returned(pid, new Out.Nothing());
      case Reply.Names(String node, String domain) -> returned(0, new Out.Names(node, domain));
      case Reply.Pair(int first, int second) -> returned(0, new Out.Pair(first, second));
      case Reply.Message message -> message(message, cells, task);
      case Reply.Waited(int pid, int status) -> returned(pid, waited(pid, status));
      case Reply.Sent sent -> returned(0, new Out.Nothing());
      case Reply.Delivered delivered -> returned(0, new Out.Nothing());
      case Reply.Unfinished unfinished -> plain(new Answer.Blocks());
    };
  }

  /** getcwd counts and writes a terminator. */
  private static String terminated(String bytes, long value) {
    return bytes.length() < value ? bytes + "\0" : bytes;
  }

  private static ModelAnswer status(Reply.Status status) {
    int mode = FileType.bits(status.type()) | status.mode();
    Out out =
        new Out.Status(
            status.identity().toString(), mode, status.uid(), status.gid(), status.size());
    return new ModelAnswer(new Answer.Returned(0, out), status.identity());
  }

  private static ModelAnswer message(Reply.Message message, Cells cells, Task task) {
    String bytes = message.data();
    List<String> objects = new ArrayList<>();
    for (int fd : message.fds()) {
      objects.add(named(cells, task, fd));
    }
    return returned(bytes.length(), new Out.Message(bytes, message.fds(), objects));
  }

  private static String named(Cells cells, Task task, int fd) {
    return switch (cells.get(new OpenFileCell(Files.behind(cells, task, fd)))) {
      case OpenFileState.OpenPath open -> name(cells, open.path());
      case OpenFileState.OpenSocket socket -> SOCKET;
      case OpenFileState.OpenPidfd pidfd -> PIDFD;
    };
  }

  private static String name(Cells cells, Path path) {
    boolean outside = path.mount().equals(cells.get(new OutsideCell()).exe().mount());
    if (outside && !PathText.isNameless(cells, path)) {
      return ELSEWHERE;
    }
    return PathText.shown(cells, path, Mounts.namespaceRoot(cells));
  }
}
