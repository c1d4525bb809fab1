/** Tests of the fuzz engine, its canaries included. */
@NullMarked
package watertight.checker.fuzz;

import org.jspecify.annotations.NullMarked;
