/** Tests of the Alloy engine, and the specifications' own expectations. */
@NullMarked
package watertight.checker.alloy;

import org.jspecify.annotations.NullMarked;
