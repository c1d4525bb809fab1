/**
 * Whether the proofs in {@code specs/smt} and the charge machine agree: the steps of random runs of
 * the machine, summed up as a proof sums up its states, must be steps of the proof; what the
 * machine does not do must be none.
 *
 * <p>Start reading at {@link watertight.checker.agree.proof.SmtAgreement}.
 *
 * <p>The access check of the SGX machine is a decision and has no runs: see {@link
 * watertight.checker.agree.proof.AccessAgreement}.
 */
@NullMarked
package watertight.checker.agree.proof;

import org.jspecify.annotations.NullMarked;
