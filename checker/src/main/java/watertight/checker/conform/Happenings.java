package watertight.checker.conform;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Event;
import watertight.model.linux.signal.Happened;
import watertight.model.linux.signal.Sender;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;

/**
 * Whether signals made the same of the tasks. A handler may run more often than the model says: two
 * children that end at once send one SIGCHLD or two.
 */
final class Happenings {
  private Happenings() {}

  /** A task and a signal, or 0 for its end. */
  private record What(Task task, int signal) {}

  static boolean same(List<Happened> ours, List<Event> theirs) {
    Set<What> model = ours.stream().map(Happenings::what).collect(Collectors.toSet());
    Set<What> kernel = theirs.stream().map(Happenings::what).collect(Collectors.toSet());
    return model.equals(kernel)
        && theirs.stream().allMatch(event -> ours.stream().anyMatch(one -> tells(one, event)));
  }

  private static What what(Happened one) {
    return switch (one) {
      case Happened.Ran ran -> new What(ran.task(), ran.handled().signal().number());
      case Happened.Ended ended -> new What(ended.task(), 0);
    };
  }

  private static What what(Event event) {
    return switch (event) {
      case Event.Ran ran -> new What(ran.task(), ran.signal());
      case Event.Ended ended -> new What(ended.task(), 0);
    };
  }

  private static boolean tells(Happened one, Event event) {
    return switch (event) {
      case Event.Ran ran ->
          one instanceof Happened.Ran known
              && what(known).equals(what(ran))
              && told(known.handled().signal(), known.handled().sender(), ran);
      case Event.Ended(Task task, String how) ->
          one instanceof Happened.Ended known
              && known.task().equals(task)
              && (how.equals(Answer.Died.UNKNOWN) || how.equals(known.how()));
    };
  }

  private static boolean told(Signal signal, Sender sender, Event.Ran ran) {
    return !sender.told()
        || sender.pid() == ran.pid()
            && sender.uid() == ran.uid()
            && signal.number() == ran.signal();
  }
}
