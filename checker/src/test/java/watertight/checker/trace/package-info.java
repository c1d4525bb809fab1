/** How runs of the model are put in words. */
@NullMarked
package watertight.checker.trace;

import org.jspecify.annotations.NullMarked;
