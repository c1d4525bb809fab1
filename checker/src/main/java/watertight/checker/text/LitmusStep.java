package watertight.checker.text;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import watertight.model.linux.Syscall;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;

/** One line of a run. */
public sealed interface LitmusStep {
  /** Who makes the step. */
  Task task();

  /**
   * A call that comes back at once.
   *
   * @param objects what the caller's descriptors must refer to before the call, by their numbers,
   *     as seen from the world's own root
   * @param out what it must write
   * @param expect what it must return
   */
  record Call(Task task, Syscall call, SortedMap<Integer, String> objects, Out out, Expect expect)
      implements LitmusStep {
    public Call {
      objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }
  }

  /**
   * A call that waits, {@code <unfinished ...>}: for somebody else, or between two components of a
   * path. The call is known whole: what the lines do not say of it is said by its {@link End}.
   */
  record Begin(Task task, Syscall call, SortedMap<Integer, String> objects) implements LitmusStep {
    public Begin {
      objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }
  }

  /** A waiting call goes on and waits again, {@code <... open resumed> <unfinished ...>}. */
  record Again(Task task, Syscall call) implements LitmusStep {}

  /** A waiting call comes back, {@code <... open resumed>) = 3}. */
  record End(Task task, Syscall call, Out out, Expect expect) implements LitmusStep {}

  /**
   * A handler runs, {@code --- SIGTERM {si_pid=2} ---}.
   *
   * @param pid what the handler is told of the sender; empty where that is not compared
   * @param uid the sender's real user
   */
  record Handled(Task task, Signal signal, Optional<Value> pid, Optional<Value> uid)
      implements LitmusStep {}

  /** A signal ends the task, {@code +++ killed by SIGKILL +++}. */
  record Killed(Task task, Signal signal) implements LitmusStep {}

  /** The task is gone, {@code +++ exited with 0 +++}. */
  record Exited(Task task, int status) implements LitmusStep {}
}
