package watertight.checker.run;

/**
 * How a case of a file of test vectors went. No kind of vector has a machine yet, so each is
 * skipped.
 *
 * @param file the file
 * @param id the kind and the name of the case
 * @param expected what the file expects
 * @param skipped why it was not run
 */
public record VectorOutcome(String file, String id, String expected, String skipped) {}
