/**
 * The claims about answers of the host, and the goals that break them. None asks which checks are
 * made.
 *
 * <p>Start reading at {@link watertight.model.enclave.hostcall.claim.IagoClaims}.
 */
package watertight.model.enclave.hostcall.claim;
