/** Litmus files against the model. */
@NullMarked
package watertight.checker.run;

import org.jspecify.annotations.NullMarked;
