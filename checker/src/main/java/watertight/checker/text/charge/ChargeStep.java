package watertight.checker.text.charge;

import watertight.checker.text.machine.MachineStep;
import watertight.checker.text.machine.StepExpect;
import watertight.model.charge.Group;
import watertight.model.charge.Task;

/** One line of a run. */
public sealed interface ChargeStep extends MachineStep {
  /**
   * An atomic step of a task.
   *
   * @param text the step with its operands and with the values that the task uses
   */
  record Taken(Task task, String text, StepExpect expect) implements ChargeStep {
    @Override
    public String actor() {
      return task.toString();
    }

    /** Whether the other step begins with the same word. */
    public boolean isKindOf(String other) {
      return other.split(" ", 2)[0].equals(text.split(" ", 2)[0]);
    }
  }

  /** Somebody looks. */
  sealed interface Look extends ChargeStep {
    @Override
    default String actor() {
      return OBSERVER;
    }
  }

  /** memory.usage_in_bytes or pids.current of a group. */
  record Usage(Group group, StepExpect expect) implements Look {
    @Override
    public String text() {
      return "usage " + group;
    }
  }

  /** The limit of a group. */
  record Max(Group group, StepExpect expect) implements Look {
    @Override
    public String text() {
      return "max " + group;
    }
  }

  /** What a task was granted and has not begun to give back, in all groups. */
  record Holds(Task task, StepExpect expect) implements Look {
    @Override
    public String text() {
      return "holds " + task;
    }
  }
}
