package watertight.checker.conform;

import java.util.List;
import java.util.regex.Pattern;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Answer.Out;
import watertight.checker.kernel.seen.NsNames;

/** Whether model and kernel say the same, answer by answer through one run. */
final class Matching {
  /** The name of a file that O_TMPFILE made; the model does not know the number. */
  private static final Pattern UNNAMED = Pattern.compile("/#[0-9]+ \\(deleted\\)$");

  private final Identities identities = new Identities();
  private final NsNames namespaces = new NsNames();

  boolean same(ModelAnswer model, Answer kernel) {
    return switch (kernel) {
      case Answer.Returned(long value, Out out) ->
          model.answer() instanceof Answer.Returned(long ours, Out written)
              && ours == value
              && same(model, written, out);
      case Answer.Failed failed -> failed.equals(model.answer());
      case Answer.Blocks blocks -> blocks.equals(model.answer());
      case Answer.Died died -> died.equals(model.answer()) || isUnknown(died, model.answer());
      case Answer.NotTaken notTaken -> false;
    };
  }

  /** Who is waited for at once is gone before anybody can look. */
  private static boolean isUnknown(Answer.Died died, Answer model) {
    return died.how().equals(Answer.Died.UNKNOWN) && model instanceof Answer.Died;
  }

  private boolean same(ModelAnswer model, Out ours, Out theirs) {
    return switch (theirs) {
      case Out.Nothing nothing -> nothing.equals(ours);
      case Out.Object(String name) -> ours instanceof Out.Object(String known) && same(known, name);
      case Out.Bytes(String bytes) ->
          ours instanceof Out.Bytes(String known) && namespaces.same(known, bytes);
      case Out.Status status -> ours instanceof Out.Status known && same(model, known, status);
      case Out.Waited waited -> waited.equals(ours);
      case Out.Names names -> names.equals(ours);
      case Out.Pair pair -> pair.equals(ours);
      case Out.Message message -> ours instanceof Out.Message known && same(known, message);
    };
  }

  private boolean same(ModelAnswer model, Out.Status ours, Out.Status theirs) {
    return ours.mode() == theirs.mode()
        && ours.uid() == theirs.uid()
        && ours.gid() == theirs.gid()
        && (ours.size() == ModelAnswer.NO_SIZE || ours.size() == theirs.size())
        && model.identity() != null
        && identities.same(model.identity(), theirs.identity());
  }

  private boolean same(Out.Message ours, Out.Message theirs) {
    return ours.bytes().equals(theirs.bytes())
        && ours.fds().equals(theirs.fds())
        && same(ours.objects(), theirs.objects());
  }

  private boolean same(List<String> ours, List<String> theirs) {
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      if (!same(ours.get(i), theirs.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean same(String ours, String theirs) {
    return ours.equals(ModelAnswer.SOCKET)
        ? theirs.startsWith(ModelAnswer.SOCKET)
        : ours.equals(ModelAnswer.ELSEWHERE)
            || namespaces.same(ours, UNNAMED.matcher(theirs).replaceFirst("/# (deleted)"));
  }
}
