/** Tests of what is seen of a world. */
@NullMarked
package watertight.checker.kernel.seen;

import org.jspecify.annotations.NullMarked;
