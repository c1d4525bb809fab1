/**
 * Whether the descriptions agree: steps of the model are put to the predicates of the Alloy
 * specifications, and instances of these predicates are stepped in the model. Neither description
 * is made from the other; what is compared is a picture of a state as rows of relations. The proofs
 * in SMT-LIB are compared in {@code proof}.
 *
 * <p>Start reading at {@link watertight.checker.agree.AgreeEngine}.
 */
@NullMarked
package watertight.checker.agree;

import org.jspecify.annotations.NullMarked;
