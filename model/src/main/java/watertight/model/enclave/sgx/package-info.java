/**
 * Intel SGX: a processor that decides who touches which page, under an operating system that owns
 * the page tables, the scheduler and the eviction of pages. Each leaf function is one atomic step;
 * the operating system takes any of them in any order, an enclave makes any access.
 *
 * <p>Start reading at {@link watertight.model.enclave.sgx.AccessCheck}, then {@link
 * watertight.model.enclave.sgx.SgxMachine}. Not here: integrity trees, attestation, channels.
 */
package watertight.model.enclave.sgx;
