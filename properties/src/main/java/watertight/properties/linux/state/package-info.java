/**
 * What holds in every state that runs reach.
 *
 * <p>Start reading at {@link watertight.properties.linux.state.WellFormed}, the invariants, and
 * {@link watertight.properties.linux.state.RunProperties}, which runs against them.
 */
@NullMarked
package watertight.properties.linux.state;

import org.jspecify.annotations.NullMarked;
