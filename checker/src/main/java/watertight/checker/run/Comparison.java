package watertight.checker.run;

import java.util.List;
import java.util.Optional;
import watertight.checker.text.Expect;
import watertight.checker.text.Out;
import watertight.checker.text.Value;
import watertight.checker.trace.Descriptors;
import watertight.checker.trace.ObjectNames;
import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.Reply;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.Task;

/**
 * Compares what a call did with what is expected of it.
 *
 * @param bindings the names bound so far
 * @param cells the state after the call
 * @param task who made the call
 */
record Comparison(Bindings bindings, Cells cells, Task task) {

  /** Whether the result is as expected; a call that did not come back never is. */
  boolean met(Expect expect, Result result) {
    return switch (result) {
      case Result.Returned(Result.Answer answer) -> returned(expect, (Reply) answer);
      case Result.Refused refused ->
          expect instanceof Expect.Fails(List<watertight.model.linux.Errno> errnos)
              ? errnos.contains(refused.code())
              : saysNothing(expect);
      case Result.Dies dies -> saysNothing(expect);
      case Result.DoesNotEnd endless -> saysNothing(expect);
      case Result.Blocks blocks -> false;
      case Result.NotEnabled notEnabled -> false;
      case Result.OutOfScope outOfScope -> false;
    };
  }

  private static boolean saysNothing(Expect expect) {
    return expect instanceof Expect.Anything || expect instanceof Expect.Shown;
  }

  private boolean returned(Expect expect, Reply reply) {
    return switch (expect) {
      case Expect.Anything() -> true;
      case Expect.Shown() -> true;
      case Expect.Fails fails -> false;
      case Expect.Returns(long value) -> value(reply) == value;
      case Expect.Binds(String name) -> bindings.same(name, value(reply));
      case Expect.Child(Task child) ->
          reply instanceof Reply.Child made && made.task().equals(child);
      case Expect.Descriptor(int fd, String object) ->
          reply instanceof Reply.Descriptor(int number, Path path)
              && number == fd
              && new ObjectNames(cells).shown(path).equals(object);
    };
  }

  /** The number that the call returns. */
  private static long value(Reply reply) {
    return switch (reply) {
      case Reply.Number(long value) -> value;
      case Reply.Descriptor(int fd, Path path) -> fd;
      case Reply.Text(String text, long value) -> value;
      case Reply.Status status -> 0;
      case Reply.Child(Task child, int pid) -> pid;
      case Reply.Pair pair -> 0;
      case Reply.Message message -> message.data().length();
      case Reply.Unfinished unfinished -> -1;
    };
  }

  /** Whether the call wrote what is expected; where it did not succeed, nothing is compared. */
  boolean wrote(Out out, Result result) {
    if (!(result instanceof Result.Returned(Result.Answer answer))) {
      return true;
    }
    Reply reply = (Reply) answer;
    return switch (out) {
      case Out.Nothing() -> true;
      case Out.Text(String text) ->
          reply instanceof Reply.Text(String got, long v) && got.equals(text);
      case Out.Starts(String text) ->
          reply instanceof Reply.Text(String got, long v) && got.startsWith(text);
      case Out.BoundText(String name) ->
          reply instanceof Reply.Text(String got, long v) && bindings.same(name, got);
      case Out.Status expected -> reply instanceof Reply.Status got && status(expected, got);
      case Out.Pair(int first, int second) -> reply.equals(new Reply.Pair(first, second));
      case Out.Message expected -> reply instanceof Reply.Message got && message(expected, got);
    };
  }

  private boolean status(Out.Status expected, Reply.Status got) {
    return expected.identity().map(name -> bindings.same(name, got.identity())).orElse(true)
        && expected.type().map(got.type()::equals).orElse(true)
        && number(expected.mode(), got.mode())
        && number(expected.uid(), got.uid())
        && number(expected.gid(), got.gid())
        && number(expected.size(), got.size());
  }

  private boolean number(Optional<Value> expected, long got) {
    return switch (expected.orElse(null)) {
      case null -> true;
      case Value.Exactly(long number) -> number == got;
      case Value.Bound(String name) -> bindings.same(name, got);
    };
  }

  private boolean message(Out.Message expected, Reply.Message got) {
    return expected.data().equals(got.data())
        && expected.fds().stream().map(Out.Descriptor::fd).toList().equals(got.fds())
        && expected.fds().stream()
            .allMatch(fd -> fd.object().map(o -> refers(fd.fd(), o)).orElse(true));
  }

  /** Whether a descriptor of the caller refers to the object with this name. */
  boolean refers(int fd, String object) {
    Path path = Descriptors.path(cells, task, fd);
    return path != null && new ObjectNames(cells).shown(path).equals(object);
  }
}
