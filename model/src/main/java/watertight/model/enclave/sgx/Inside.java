package watertight.model.enclave.sgx;

/**
 * A logical processor in enclave mode.
 *
 * @param secs the SECS of the enclave that it runs
 * @param range ELRANGE, as it was on entry
 * @param tcs the physical address of its TCS, kept from entry to exit
 * @param ssa the physical address of its save area, kept from entry to exit
 * @param age how often ETRACK has begun a new epoch since it entered
 */
public record Inside(Frame secs, Range range, Frame tcs, Frame ssa, int age) {}
