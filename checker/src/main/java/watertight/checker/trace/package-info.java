/**
 * Traces as people and JSON see them: who did what, what came back, who said no, what changed.
 *
 * <p>Start reading at {@link watertight.checker.trace.RenderedTrace}.
 */
@NullMarked
package watertight.checker.trace;

import org.jspecify.annotations.NullMarked;
