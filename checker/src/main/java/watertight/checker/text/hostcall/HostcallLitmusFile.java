package watertight.checker.text.hostcall;

import java.util.List;
import watertight.checker.text.Place;

/**
 * A litmus test of the host-call machine, and where its steps stand.
 *
 * @param file the file's name, as it was given
 * @param litmus the test
 * @param steps the places of its steps
 */
public record HostcallLitmusFile(String file, HostcallLitmus litmus, List<Place> steps) {
  public HostcallLitmusFile {
    steps = List.copyOf(steps);
  }
}
