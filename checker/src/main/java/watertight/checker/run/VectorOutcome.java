package watertight.checker.run;

import java.util.Optional;

/**
 * How a case of a file of test vectors went.
 *
 * @param file the file
 * @param id the kind and the name of the case
 * @param expected what the file expects
 * @param model what the model says, where it was asked
 * @param gate the gate that refused in the model
 * @param skipped why it was not run
 */
public record VectorOutcome(
    String file,
    String id,
    String expected,
    Optional<String> model,
    Optional<String> gate,
    Optional<String> skipped) {
  /** A case that was not run. */
  static VectorOutcome skipped(String file, String id, String expected, String reason) {
    return new VectorOutcome(
        file, id, expected, Optional.empty(), Optional.empty(), Optional.of(reason));
  }

  /** Whether the model was asked, and says what is expected. */
  public boolean ok() {
    return model.equals(Optional.of(expected));
  }
}
