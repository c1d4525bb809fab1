package watertight.model.linux.scenario;

import java.util.Map;
import java.util.TreeMap;
import watertight.model.Cell;
import watertight.model.linux.task.Task;

/** How far a program has come. */
public record ProgramCell(Task task) implements Cell<ProgramCell.State> {
  /**
   * The state of a program.
   *
   * @param next the index of its next line, or of the one under way
   * @param bound the descriptors that earlier lines have bound, by variable
   * @param stopped whether a line did not go as the program expected
   */
  public record State(int next, Map<Integer, Integer> bound, boolean stopped) {
    /** A program that has not begun. */
    public static final State START = new State(0, Map.of(), false);

    public State {
      bound = Map.copyOf(bound);
    }

    State with(int variable, int fd) {
      Map<Integer, Integer> more = new TreeMap<>(bound);
      more.put(variable, fd);
      return new State(next, more, stopped);
    }

    State after() {
      return new State(next + 1, bound, stopped);
    }

    State stop() {
      return new State(next, bound, true);
    }
  }
}
