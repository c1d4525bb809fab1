package watertight.checker.agree;

import watertight.checker.text.StepPrinter;
import watertight.model.linux.Syscall;
import watertight.model.linux.task.Task;

/** What a task does next in a random run. */
sealed interface Deed {
  Task task();

  /** It makes a call; one that walks a path is left waiting before its first component. */
  record Calls(Task task, Syscall call) implements Deed {
    @Override
    public String toString() {
      return "[" + task + "] " + StepPrinter.call(call);
    }
  }

  /** Its call that waits takes one component more. */
  record GoesOn(Task task) implements Deed {
    @Override
    public String toString() {
      return "[" + task + "] goes on";
    }
  }

  /** It becomes another user, and gives up its capabilities: two calls. */
  record Drops(Task task, int uid) implements Deed {
    @Override
    public String toString() {
      return "[" + task + "] setresuid to " + uid + ", capset to nothing";
    }
  }

  /** It passes a descriptor to another task: two calls. */
  record Passes(Task task, int fd, Task to) implements Deed {
    @Override
    public String toString() {
      return "[" + task + "] passes descriptor " + fd + " to " + to;
    }
  }
}
