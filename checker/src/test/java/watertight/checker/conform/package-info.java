/** Tests of the lockstep, with a second model in the place of the kernel and with the kernel. */
@NullMarked
package watertight.checker.conform;

import org.jspecify.annotations.NullMarked;
