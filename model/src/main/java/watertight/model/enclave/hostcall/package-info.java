/**
 * An enclave that asks a hostile operating system for memory, files and time. The host may answer
 * anything, and may change its answer between two reads; what the enclave then does with the answer
 * is what does the harm.
 *
 * <p>Start reading at {@link watertight.model.enclave.hostcall.HostcallMachine}. What must be
 * checked of an answer stands in {@code shield}, what the caller may be told in {@code posix};
 * neither knows the other. How an enclave is entered (call numbers, registers, stray returns) is
 * not modelled.
 */
package watertight.model.enclave.hostcall;
