package watertight.model.charge;

import java.util.List;
import watertight.model.Cell;
import watertight.model.View;

/** How far a task has come. */
public record TaskCell(Task task) implements Cell<TaskState> {
  /** What the task was granted and has not begun to give back. */
  public record Held() implements View<TaskState, List<Charged>> {
    @Override
    public List<Charged> of(TaskState state) {
      return state.held();
    }
  }

  /** What the task has in flight. */
  public record Flying() implements View<TaskState, InFlight> {
    @Override
    public InFlight of(TaskState state) {
      return state.doing().inFlight();
    }
  }

  /**
   * Whether, and how, the task is between the exchange of a limit and the look that confirms it.
   */
  public record Trying() implements View<TaskState, LimitTry> {
    @Override
    public LimitTry of(TaskState state) {
      return state.doing().limitTry();
    }
  }

  /** The process numbers that the task has taken for a fork that is not done. */
  public record Numbers() implements View<TaskState, Integer> {
    @Override
    public Integer of(TaskState state) {
      return state.doing().numbersInFlight();
    }
  }

  /** The group that the task is in. */
  public record Home() implements View<TaskState, Group> {
    @Override
    public Group of(TaskState state) {
      return state.home();
    }
  }
}
