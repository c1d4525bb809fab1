/**
 * What must be checked of an answer before it is used: per call the list of its checks, each with a
 * name and a reason. All of it is pure: the call, the answer, what the enclave remembers.
 *
 * <p>Start reading at {@link watertight.model.enclave.hostcall.shield.Shield}. What the caller may
 * be told by POSIX stands in the neighbouring package {@code posix}, and is not known here.
 */
package watertight.model.enclave.hostcall.shield;
