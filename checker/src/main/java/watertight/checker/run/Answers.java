package watertight.checker.run;

import java.util.List;
import java.util.Map;
import watertight.checker.kernel.Answer;
import watertight.checker.trace.ObjectNames;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Errno;
import watertight.model.linux.Reply;

/** What the model did, in the terms in which a kernel answers: one comparison serves both. */
final class Answers {
  private static final Map<String, Integer> TYPES =
      Map.of(
          "S_IFIFO", 0010000,
          "S_IFCHR", 0020000,
          "S_IFDIR", 0040000,
          "S_IFBLK", 0060000,
          "S_IFREG", 0100000,
          "S_IFLNK", 0120000,
          "S_IFSOCK", 0140000);

  private Answers() {}

  /** The type bits of st_mode with this name, man 7 inode. */
  static int type(String name) {
    return TYPES.get(name);
  }

  /** The answer that {@code result} is, in the state after it. */
  static Answer of(Result result, Cells cells) {
    return switch (result) {
      case Result.Returned(Result.Answer reply) -> of((Reply) reply, new ObjectNames(cells));
      case Result.Refused refused ->
          new Answer.Failed(Errno.valueOf(refused.code().name()).number());
      case Result.Dies(String cause) -> new Answer.Died(cause);
      case Result.Blocks blocks -> new Answer.Blocks();
      case Result.DoesNotEnd(String why) -> new Answer.Died("it does not end: " + why);
      case Result.NotEnabled(String why) -> new Answer.NotTaken(why);
      case Result.OutOfScope(String what) -> new Answer.NotTaken("out of scope: " + what);
    };
  }

  private static Answer of(Reply reply, ObjectNames names) {
    return switch (reply) {
      case Reply.Number(long value) -> returned(value, new Answer.Out.Nothing());
      case Reply.Descriptor d -> returned(d.fd(), new Answer.Out.Object(names.shown(d.path())));
      case Reply.Text(String text, long value) -> returned(value, new Answer.Out.Bytes(text));
      case Reply.Status s -> returned(0, status(s));
      case Reply.Child child -> returned(child.pid(), new Answer.Out.Nothing());
      case Reply.Names(String node, String domain) ->
          returned(0, new Answer.Out.Names(node, domain));
      case Reply.Pair(int first, int second) -> returned(0, new Answer.Out.Pair(first, second));
      case Reply.Message message -> message(message, names);
      case Reply.Waited(int pid, int status) -> returned(pid, waited(pid, status));
      case Reply.Sent sent -> returned(0, new Answer.Out.Nothing());
      case Reply.Delivered delivered -> returned(0, new Answer.Out.Nothing());
      case Reply.Unfinished unfinished -> new Answer.Blocks();
    };
  }

  private static Answer.Out waited(int pid, int status) {
    return pid == 0 ? new Answer.Out.Nothing() : new Answer.Out.Waited(status);
  }

  private static Answer returned(long value, Answer.Out out) {
    return new Answer.Returned(value, out);
  }

  private static Answer.Out status(Reply.Status s) {
    int mode = type(s.type()) | s.mode();
    return new Answer.Out.Status(s.identity().toString(), mode, s.uid(), s.gid(), s.size());
  }

  private static Answer message(Reply.Message message, ObjectNames names) {
    List<String> objects = message.paths().stream().map(names::shown).toList();
    return returned(
        message.data().length(), new Answer.Out.Message(message.data(), message.fds(), objects));
  }
}
