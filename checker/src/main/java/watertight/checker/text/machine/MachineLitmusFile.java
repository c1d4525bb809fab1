package watertight.checker.text.machine;

import java.util.List;
import java.util.Set;
import watertight.checker.text.Place;

/**
 * A litmus test of a machine of its own, and where its steps stand.
 *
 * @param file the file's name, as it was given
 * @param litmus the test
 * @param steps the places of its steps
 */
public record MachineLitmusFile<W, S extends MachineStep>(
    String file, MachineLitmus<W, S> litmus, List<Place> steps) {
  public MachineLitmusFile {
    steps = List.copyOf(steps);
  }

  /** The same with every guard in force. */
  public MachineLitmusFile<W, S> whole() {
    MachineLitmus<W, S> whole =
        new MachineLitmus<>(
            litmus.name(),
            litmus.claim(),
            litmus.source(),
            Set.of(),
            litmus.world(),
            litmus.steps());
    return new MachineLitmusFile<>(file, whole, steps);
  }
}
