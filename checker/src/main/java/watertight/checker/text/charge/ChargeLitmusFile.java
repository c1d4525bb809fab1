package watertight.checker.text.charge;

import java.util.List;
import watertight.checker.text.Place;

/**
 * A litmus test of the charge machine, and where its steps stand.
 *
 * @param file the file's name, as it was given
 * @param litmus the test
 * @param steps the places of its steps
 */
public record ChargeLitmusFile(String file, ChargeLitmus litmus, List<Place> steps) {
  public ChargeLitmusFile {
    steps = List.copyOf(steps);
  }
}
