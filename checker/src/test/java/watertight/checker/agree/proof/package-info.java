/** Tests of the agreement of proofs and charge machine. */
@NullMarked
package watertight.checker.agree.proof;

import org.jspecify.annotations.NullMarked;
