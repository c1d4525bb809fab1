package watertight.model.linux.namespace;

import java.util.ArrayList;
import java.util.List;
import watertight.model.linux.task.Task;

/**
 * A PID namespace below the world's own.
 *
 * @param parent the one above
 * @param tasks the tasks that ever had a number in it, in order; the first is its init
 * @param gaps after how many tasks a number was used up in vain, once for each
 * @param dead whether its init has ended: nobody is made in it any more
 * @param reboot what its init dies of for those outside, when reboot(2) has ended it; else 0
 * @param apart whether who is in it has no number above; never, but with separate tables
 */
public record PidNamespaceState(
    PidNamespace parent,
    List<Task> tasks,
    List<Integer> gaps,
    boolean dead,
    int reboot,
    boolean apart) {
  public PidNamespaceState {
    tasks = List.copyOf(tasks);
    gaps = List.copyOf(gaps);
  }

  /** A new one, in which nobody is. */
  static PidNamespaceState below(PidNamespace parent, boolean apart) {
    return new PidNamespaceState(parent, List.of(), List.of(), false, 0, apart);
  }

  /** The number of a task, or 0. */
  public int number(Task task) {
    int index = tasks.indexOf(task);
    return index < 0 ? 0 : 1 + index + (int) gaps.stream().filter(gap -> gap <= index).count();
  }

  /** The task with a number, or null. */
  public Task withNumber(int number) {
    return tasks.stream().filter(task -> number(task) == number).findFirst().orElse(null);
  }

  PidNamespaceState with(Task task) {
    List<Task> more = new ArrayList<>(tasks);
    more.add(task);
    return new PidNamespaceState(parent, more, gaps, dead, reboot, apart);
  }

  PidNamespaceState withGap() {
    List<Integer> more = new ArrayList<>(gaps);
    more.add(tasks.size());
    return new PidNamespaceState(parent, tasks, more, dead, reboot, apart);
  }

  PidNamespaceState ended() {
    return new PidNamespaceState(parent, tasks, gaps, true, reboot, apart);
  }

  PidNamespaceState rebooted(int signal) {
    return new PidNamespaceState(parent, tasks, gaps, dead, signal, apart);
  }
}
