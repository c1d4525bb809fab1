package watertight.model.linux.scenario;

import watertight.model.Result;
import watertight.model.linux.Reply;

/** Whether a result is what a program goes on with. */
final class Expectations {
  private Expectations() {}

  static boolean met(Party.Expect expect, Result result) {
    return switch (expect) {
      case Party.Expect.Anything any -> true;
      case Party.Expect.Success success -> result instanceof Result.Returned;
      case Party.Expect.Returns returns -> returns(result, returns.value());
      case Party.Expect.Gives gives ->
          result instanceof Result.Returned(Reply.Text text)
              && text.text().startsWith(gives.text());
      case Party.Expect.OfType type ->
          result instanceof Result.Returned(Reply.Status status)
              && status.type().equals(type.type());
      case Party.Expect.OfMode of ->
          result instanceof Result.Returned(Reply.Status status)
              && status.type().equals(of.type())
              && status.mode() == of.mode();
      case Party.Expect.Fails fails ->
          result instanceof Result.Refused refused
              && fails.errnos().contains(refused.code().name());
    };
  }

  private static boolean returns(Result result, long value) {
    if (!(result instanceof Result.Returned returned)) {
      return false;
    }
    return switch ((Reply) returned.answer()) {
      case Reply.Number number -> number.value() == value;
      case Reply.Descriptor descriptor -> descriptor.fd() == value;
      case Reply.Text text -> text.value() == value;
      case Reply.Status status -> value == 0;
      case Reply.Child child -> child.pid() == value;
      case Reply.Names names -> value == 0;
      case Reply.Pair pair -> value == 0;
      case Reply.Message message -> message.data().length() == value;
      case Reply.Waited waited -> waited.pid() == value;
      case Reply.Sent sent -> value == 0;
      case Reply.Delivered delivered -> false;
      case Reply.Unfinished unfinished -> false;
    };
  }
}
