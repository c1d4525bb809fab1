/** Tests of the kernel oracle: whom it works for, what it leaves behind, whether it is sound. */
@NullMarked
package watertight.checker.kernel;

import org.jspecify.annotations.NullMarked;
