/** The notation of the host-call machine. */
@NullMarked
package watertight.checker.text.hostcall;

import org.jspecify.annotations.NullMarked;
