package watertight.model.enclave.sgx;

/**
 * What a TLB keeps of a walk that was allowed.
 *
 * @param page the linear page
 * @param frame where it leads
 * @param rwx the rights of the walk and of the EPCM together
 */
public record Translation(long page, Frame frame, Rwx rwx) {}
