package watertight.checker.text;

import java.util.List;

/**
 * A litmus test, and where its steps stand.
 *
 * @param file the file's name, as it was given
 * @param litmus the test
 * @param steps the places of its steps
 */
public record LitmusFile(String file, Litmus litmus, List<Place> steps) {
  public LitmusFile {
    steps = List.copyOf(steps);
  }
}
