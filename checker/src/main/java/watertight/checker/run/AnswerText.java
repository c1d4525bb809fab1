package watertight.checker.run;

import watertight.checker.kernel.Answer;
import watertight.checker.text.ByteText;
import watertight.model.linux.Errno;

/** What a call came back with, as strace writes it after {@code =}. */
public final class AnswerText {
  private AnswerText() {}

  /** The answer in words. */
  public static String of(Answer answer) {
    return switch (answer) {
      case Answer.Returned(long value, Answer.Out.Object(String name)) ->
          value + "<" + ByteText.shown(name) + ">";
      case Answer.Returned(long value, Answer.Out.Bytes(String bytes)) ->
          value + " \"" + ByteText.shown(bytes) + "\"";
      case Answer.Returned(long value, Answer.Out out) -> Long.toString(value);
      case Answer.Failed(int errno) -> "-1 " + name(errno);
      case Answer.Blocks() -> "<unfinished ...>";
      case Answer.Died(String how) -> "+++ " + how + " +++";
      case Answer.NotTaken(String reason) -> "it cannot be taken: " + reason;
    };
  }

  private static String name(int errno) {
    for (Errno one : Errno.values()) {
      if (one.number() == errno) {
        return one.name();
      }
    }
    return "errno " + errno;
  }
}
