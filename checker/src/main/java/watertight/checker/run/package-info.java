/**
 * Runs litmus files and test vectors against the model, and compares step by step.
 *
 * <p>Start reading at {@link watertight.checker.run.LitmusRun}. How results are shown is not known
 * here.
 */
@NullMarked
package watertight.checker.run;

import org.jspecify.annotations.NullMarked;
