package watertight.model.linux.task;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cell;
import watertight.model.Update;
import watertight.model.View;

/** The tasks that were ever made, in order: the first has number 2, since an idle init is 1. */
public record TasksCell() implements Cell<TasksCell.Tasks> {
  /** The number of the first task. */
  public static final int FIRST_PID = 2;

  /**
   * The tasks.
   *
   * @param list in the order in which they were made
   * @param gaps after how many of them a number was used up in vain, once for each
   */
  public record Tasks(List<Task> list, List<Integer> gaps) {
    public Tasks {
      list = List.copyOf(list);
      gaps = List.copyOf(gaps);
    }

    /** Tasks of which none was made in vain. */
    public Tasks(List<Task> list) {
      this(list, List.of());
    }

    /** The number of a task in the world's PID namespace. */
    public int pid(Task task) {
      int index = list.indexOf(task);
      int before = (int) gaps.stream().filter(gap -> gap <= index).count();
      return index + FIRST_PID + before;
    }

    /** The task with a number, or null. */
    public Task withPid(int pid) {
      if (gaps.isEmpty()) {
        int index = pid - FIRST_PID;
        return index >= 0 && index < list.size() ? list.get(index) : null;
      }
      return list.stream().filter(task -> pid(task) == pid).findFirst().orElse(null);
    }

    /** The first letter that no task has. */
    public Task firstUnused() {
      Task task = Task.A;
      while (list.contains(task)) {
        task = new Task(task.index() + 1);
      }
      return task;
    }
  }

  @Override
  public Tasks absent() {
    return new Tasks(List.of());
  }

  /** The number of a task. */
  public record Pid(Task task) implements View<Tasks, Integer> {
    @Override
    public Integer of(Tasks tasks) {
      return tasks.pid(task);
    }
  }

  /** Adds a task. */
  public record Add(Task task) implements Update<Tasks> {
    @Override
    public Tasks apply(Tasks tasks) {
      List<Task> more = new ArrayList<>(tasks.list());
      more.add(task);
      return new Tasks(more, tasks.gaps());
    }
  }

  /** Uses up a number in vain. */
  public record Lose() implements Update<Tasks> {
    @Override
    public Tasks apply(Tasks tasks) {
      List<Integer> more = new ArrayList<>(tasks.gaps());
      more.add(tasks.list().size());
      return new Tasks(tasks.list(), more);
    }
  }
}
