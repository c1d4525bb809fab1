package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.linux.Errno;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.Task;

/**
 * A result of the model as a step shows it: what was written, what came back, and what else is to
 * be said.
 *
 * @param out what the call wrote
 * @param expect what it returned
 * @param waits whether it has not come back
 * @param remark why there is no result, or which gate refused; empty when there is nothing to say
 */
public record Observation(Out out, Expect expect, boolean waits, String remark) {
  /**
   * How objects are named.
   *
   * @param path the path of an object as seen from the world's own root
   * @param identity the name after {@code @} of an object's identity; empty leaves {@code st_ino}
   *     out
   */
  public record Naming(
      Function<Path, String> path, Function<Reply.Identity, Optional<String>> identity) {}

  /** What {@code result} shows. */
  public static Observation of(Result result, Naming naming) {
    return switch (result) {
      case Result.Returned(Result.Answer answer) -> reply((Reply) answer, naming);
      case Result.Refused(Gate gate) ->
          new Observation(
              new Out.Nothing(),
              new Expect.Fails(List.of(Errno.valueOf(gate.code().name()))),
              false,
              gate.id());
      case Result.Blocks(String waitsFor) -> waiting("it waits for " + waitsFor);
      case Result.Dies(String cause) -> without(cause);
      case Result.DoesNotEnd(String why) -> without("it does not end: " + why);
      case Result.NotEnabled(String why) -> without("it cannot be taken: " + why);
      case Result.OutOfScope(String what) -> without("out of scope: " + what);
    };
  }

  private static Observation without(String remark) {
    return new Observation(new Out.Nothing(), new Expect.Shown(), false, remark);
  }

  private static Observation waiting(String remark) {
    return new Observation(new Out.Nothing(), new Expect.Anything(), true, remark);
  }

  private static Observation reply(Reply reply, Naming naming) {
    return switch (reply) {
      case Reply.Number(long value) -> returned(new Out.Nothing(), value);
      case Reply.Descriptor(int fd, Path path) ->
          new Observation(
              new Out.Nothing(), new Expect.Descriptor(fd, naming.path().apply(path)), false, "");
      case Reply.Text(String text, long value) -> returned(new Out.Text(text), value);
      case Reply.Status status -> returned(status(status, naming), 0);
      case Reply.Child(Task task, int pid) ->
          new Observation(new Out.Nothing(), new Expect.Child(task), false, "");
      case Reply.Names(String nodename, String domainname) ->
          returned(
              new Out.Names(
                  Optional.of(new Out.Text(nodename)), Optional.of(new Out.Text(domainname))),
              0);
      case Reply.Pair(int first, int second) -> returned(new Out.Pair(first, second), 0);
      case Reply.Message message -> returned(message(message, naming), message.data().length());
      case Reply.Waited(int pid, int status) ->
          returned(pid == 0 ? new Out.Nothing() : new Out.Waited(status), pid);
      case Reply.Sent sent -> returned(new Out.Nothing(), 0);
      case Reply.Delivered delivered -> without("");
      case Reply.Unfinished unfinished -> waiting("");
    };
  }

  private static Observation returned(Out out, long value) {
    return new Observation(out, new Expect.Returns(value), false, "");
  }

  private static Out status(Reply.Status status, Naming naming) {
    return new Out.Status(
        naming.identity().apply(status.identity()),
        Optional.of(status.type()),
        Optional.of(new Value.Exactly(status.mode())),
        Optional.of(new Value.Exactly(status.uid())),
        Optional.of(new Value.Exactly(status.gid())),
        status.size() < 0 ? Optional.empty() : Optional.of(new Value.Exactly(status.size())));
  }

  private static Out message(Reply.Message message, Naming naming) {
    List<Out.Descriptor> fds = new ArrayList<>();
    for (int i = 0; i < message.fds().size(); i++) {
      String object = naming.path().apply(message.paths().get(i));
      fds.add(new Out.Descriptor(message.fds().get(i), Optional.of(object)));
    }
    return new Out.Message(message.data(), fds);
  }

  /**
   * A call that was made in one step, as a step of a litmus test.
   *
   * @param objects what the caller's descriptors in the call refer to; empty to leave that out
   */
  public LitmusStep step(Task task, Syscall call, SortedMap<Integer, String> objects) {
    return waits
        ? new LitmusStep.Begin(task, call, objects)
        : new LitmusStep.Call(task, call, objects, out, expect);
  }

  /** A call that was made in one step, as a step of a litmus test. */
  public LitmusStep step(Task task, Syscall call) {
    return step(task, call, new TreeMap<>());
  }

  /** A call that went on after it waited, as a step of a litmus test. */
  public LitmusStep next(Task task, Syscall call) {
    return waits ? new LitmusStep.Again(task, call) : new LitmusStep.End(task, call, out, expect);
  }

  /** The result as in a trace, such as {@code -1 EPERM}. */
  public String text() {
    return expect.text();
  }

  /** The result and what else is to be said: {@code -1 EPERM (chroot-needs-capability)}. */
  public String textWithRemark() {
    String text = text();
    return remark.isEmpty() ? text : (text + " (" + remark + ")").strip();
  }
}
