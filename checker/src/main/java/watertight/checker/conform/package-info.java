/**
 * Lockstep of the model and a kernel: random runs are taken through both, and every answer and what
 * can be seen afterwards must be the same. Start at {@link watertight.checker.conform.Lockstep};
 * {@link watertight.checker.conform.CallGates} is the table of what there is to be covered.
 */
@NullMarked
package watertight.checker.conform;

import org.jspecify.annotations.NullMarked;
