package watertight.checker.kernel.seen;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import watertight.checker.kernel.seen.Snapshot.ProcessSeen;
import watertight.model.Cells;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.process.Kin;
import watertight.model.linux.process.Numbers;
import watertight.model.linux.signal.SignalCell;
import watertight.model.linux.signal.SignalState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState.Life;

/** What can be observed of the processes of a state of the model. */
final class Processes {
  private Processes() {}

  static SortedMap<String, ProcessSeen> of(Cells cells) {
    SortedMap<String, ProcessSeen> all = new TreeMap<>();
    for (Task task : Kin.all(cells)) {
      all.put(task.letter(), seen(cells, task));
    }
    return all;
  }

  /** The numbers that a procfs lists which shows this PID namespace; pid 1 is in the world's. */
  static List<Integer> listed(Cells cells, PidNamespace shown) {
    Stream<Integer> init = PidNamespaces.isWorld(shown) ? Stream.of(1) : Stream.of();
    Stream<Integer> others =
        Kin.all(cells).stream()
            .map(task -> PidNamespaces.number(cells, shown, task))
            .filter(number -> number > 0);
    return Stream.concat(init, others).sorted().toList();
  }

  private static ProcessSeen seen(Cells cells, Task task) {
    Life life = cells.get(new TaskCell(task)).life();
    List<List<Integer>> numbers =
        List.of(
            Numbers.inEach(cells, task, task),
            Numbers.inEach(cells, task, Kin.group(cells, task)),
            Numbers.inEach(cells, task, Kin.session(cells, task)));
    return new ProcessSeen(
        state(life),
        Numbers.inWorld(cells, Kin.parentOf(cells, task)),
        numbers,
        life == Life.ZOMBIE ? List.of() : signals(cells.get(new SignalCell(task))));
  }

  private static String state(Life life) {
    return switch (life) {
      case RUNNING, INTERRUPTED -> "alive";
      case STOPPED -> "stopped";
      case EXITING -> "exiting";
      case ZOMBIE -> "zombie";
      case REAPED -> throw new IllegalStateException("a task that is gone has no number");
    };
  }

  /** A handler that is set up holds back its own signal. */
  private static List<Long> signals(SignalState state) {
    return List.of(
        state.own().set().bits(),
        state.shared().set().bits(),
        state.blocked().or(state.entered().set()).bits(),
        state.ignored().bits(),
        state.handled().bits());
  }
}
