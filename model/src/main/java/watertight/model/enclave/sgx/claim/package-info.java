/**
 * The claims about SGX: what they say, the predicates that judge them, and the worlds that they are
 * looked at in. Predicates speak of states and of what parties see; none asks which guards are in
 * force.
 *
 * <p>Start reading at {@link watertight.model.enclave.sgx.claim.SgxClaims}.
 */
package watertight.model.enclave.sgx.claim;
