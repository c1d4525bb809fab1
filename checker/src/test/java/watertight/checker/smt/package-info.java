/** Tests of the proofs, of the engine, and the specifications' own expectations. */
@NullMarked
package watertight.checker.smt;

import org.jspecify.annotations.NullMarked;
