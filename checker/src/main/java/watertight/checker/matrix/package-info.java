/**
 * Which engine notices that which guard is away: the check of the checks. Start at {@link
 * watertight.checker.matrix.Matrix}.
 */
@NullMarked
package watertight.checker.matrix;

import org.jspecify.annotations.NullMarked;
