package watertight.checker.run;

import java.util.Optional;

/**
 * How a case of a file of test vectors went.
 *
 * @param file the file
 * @param id the kind and the name of the case
 * @param expected what the file expects
 * @param model what the model answers; empty when the case was not run
 * @param gate the check that refused in the model
 * @param ok whether that is as expected; false where it was not run
 * @param skipped why it was not run
 */
public record VectorOutcome(
    String file,
    String id,
    String expected,
    Optional<String> model,
    Optional<String> gate,
    boolean ok,
    Optional<String> skipped) {
  /** A case that is not run. */
  static VectorOutcome skipped(String file, String id, String expected, String reason) {
    return new VectorOutcome(
        file, id, expected, Optional.empty(), Optional.empty(), false, Optional.of(reason));
  }
}
