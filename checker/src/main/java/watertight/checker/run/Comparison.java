package watertight.checker.run;

import java.util.List;
import java.util.Optional;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.seen.NsNames;
import watertight.checker.text.Expect;
import watertight.checker.text.LitmusStep;
import watertight.checker.text.Out;
import watertight.checker.text.Value;
import watertight.model.linux.signal.Sender;

/**
 * Compares an answer, of the model or of a kernel, with what is expected.
 *
 * @param bindings the names bound so far in the same run
 * @param namespaces which names of namespaces were compared so far
 */
record Comparison(Bindings bindings, NsNames namespaces) {
  private static final int PERMISSIONS = 07777;

  /** A comparison that knows of no namespace yet. */
  Comparison(Bindings bindings) {
    this(bindings, new NsNames());
  }

  /** Whether the answer is as expected; a call that did not come back never is. */
  boolean met(Expect expect, Answer answer) {
    return switch (answer) {
      case Answer.Returned returned -> returned(expect, returned);
      case Answer.Failed(int errno) ->
          expect instanceof Expect.Fails fails
              ? fails.errnos().stream().anyMatch(one -> one.number() == errno)
              : saysNothing(expect);
      case Answer.Died died -> saysNothing(expect);
      case Answer.Blocks blocks -> false;
      case Answer.NotTaken notTaken -> false;
    };
  }

  private static boolean saysNothing(Expect expect) {
    return expect instanceof Expect.Anything || expect instanceof Expect.Shown;
  }

  private boolean returned(Expect expect, Answer.Returned got) {
    return switch (expect) {
      case Expect.Anything() -> true;
      case Expect.Shown() -> true;
      case Expect.Fails fails -> false;
      case Expect.Returns(long value) -> got.value() == value;
      case Expect.Binds(String name) -> bindings.same(name, got.value());
      // Of one that it cannot name a parent gets 0: in a model with separate tables.
      case Expect.Child child -> got.value() >= 0;
      case Expect.Descriptor(int fd, String object) ->
          got.value() == fd
              && got.out() instanceof Answer.Out.Object(String seen)
              && namespaces.same(object, seen);
    };
  }

  /** Whether the call wrote what is expected; where it did not succeed, nothing is compared. */
  boolean wrote(Out expected, Answer answer) {
    if (!(answer instanceof Answer.Returned(long value, Answer.Out out))) {
      return true;
    }
    return switch (expected) {
      case Out.Nothing() -> true;
      case Out.Text(String text) ->
          out instanceof Answer.Out.Bytes(String got) && namespaces.same(text, got);
      case Out.Starts(String text) ->
          out instanceof Answer.Out.Bytes(String got) && got.startsWith(text);
      case Out.BoundText(String name) ->
          out instanceof Answer.Out.Bytes(String got) && bindings.same(name, got);
      case Out.Status status -> out instanceof Answer.Out.Status got && status(status, got);
      case Out.Waited(int status) -> out.equals(new Answer.Out.Waited(status));
      case Out.Names names -> out instanceof Answer.Out.Names got && names(names, got);
      case Out.Pair(int first, int second) -> out.equals(new Answer.Out.Pair(first, second));
      case Out.Message message -> out instanceof Answer.Out.Message got && message(message, got);
    };
  }

  /** Whether a handler was told of its sender what is expected. */
  boolean told(LitmusStep.Handled step, Sender sender) {
    boolean says = step.pid().isPresent() || step.uid().isPresent();
    return !says
        || sender.told() && number(step.pid(), sender.pid()) && number(step.uid(), sender.uid());
  }

  private boolean status(Out.Status expected, Answer.Out.Status got) {
    return expected.identity().map(name -> bindings.same(name, got.identity())).orElse(true)
        && expected.type().map(t -> Answers.type(t) == (got.mode() & ~PERMISSIONS)).orElse(true)
        && number(expected.mode(), got.mode() & PERMISSIONS)
        && number(expected.uid(), got.uid())
        && number(expected.gid(), got.gid())
        && number(expected.size(), got.size());
  }

  private boolean names(Out.Names expected, Answer.Out.Names got) {
    return expected.nodename().map(text -> name(text, got.nodename())).orElse(true)
        && expected.domainname().map(text -> name(text, got.domainname())).orElse(true);
  }

  private boolean name(Out expected, String got) {
    return expected instanceof Out.BoundText(String name)
        ? bindings.same(name, got)
        : expected.equals(new Out.Text(got));
  }

  private boolean number(Optional<Value> expected, long got) {
    return switch (expected.orElse(null)) {
      case null -> true;
      case Value.Exactly(long number) -> number == got;
      case Value.Bound(String name) -> bindings.same(name, got);
    };
  }

  private boolean message(Out.Message expected, Answer.Out.Message got) {
    List<Out.Descriptor> fds = expected.fds();
    boolean same =
        expected.data().equals(got.bytes())
            && fds.stream().map(Out.Descriptor::fd).toList().equals(got.fds());
    for (int i = 0; same && i < fds.size(); i++) {
      String object = got.objects().get(i);
      same = fds.get(i).object().map(said -> namespaces.same(said, object)).orElse(true);
    }
    return same;
  }
}
