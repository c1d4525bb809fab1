package watertight.checker.text.sgx;

import java.util.List;
import watertight.checker.text.Place;

/**
 * A litmus test of the SGX machine, and where its steps stand.
 *
 * @param file the file's name, as it was given
 * @param litmus the test
 * @param steps the places of its steps
 */
public record SgxLitmusFile(String file, SgxLitmus litmus, List<Place> steps) {
  public SgxLitmusFile {
    steps = List.copyOf(steps);
  }
}
