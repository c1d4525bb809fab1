/**
 * Random system calls and runs of them.
 *
 * <p>Start reading at {@link watertight.properties.linux.call.Runs}; what each call's arguments are
 * like is in {@link watertight.properties.linux.call.Calls}.
 */
@NullMarked
package watertight.properties.linux.call;

import org.jspecify.annotations.NullMarked;
