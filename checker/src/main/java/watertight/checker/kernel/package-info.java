/**
 * The kernel oracle: the machine's own Linux as the judge of the model. A run is a world and the
 * moves of its tasks; the executor, one C program, makes that world in fresh namespaces and the
 * moves in it, and tells what came back and what can be seen. Nothing here knows what the model
 * would answer. Start at {@link watertight.checker.kernel.Oracle}.
 */
@NullMarked
package watertight.checker.kernel;

import org.jspecify.annotations.NullMarked;
