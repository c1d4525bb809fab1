/**
 * What the caller may be told, and what counts as harm: the promises of POSIX and of the manual
 * pages, written without looking at any check.
 *
 * <p>Start reading at {@link watertight.model.enclave.hostcall.posix.Promises}. The checks stand in
 * the neighbouring package {@code shield}, and are not known here.
 */
package watertight.model.enclave.hostcall.posix;
