package watertight.model.enclave.sgx;

/**
 * What the access check looks at in the EPCM.
 *
 * @param valid VALID
 * @param type PT
 * @param owned ENCLAVESECS is the active SECS
 * @param there ENCLAVEADDRESS is the page of the linear address
 * @param rwx R, W, X
 * @param blocked BLOCKED
 * @param pending PENDING
 * @param modified MODIFIED
 */
public record EpcmFacts(
    boolean valid,
    PageType type,
    boolean owned,
    boolean there,
    Rwx rwx,
    boolean blocked,
    boolean pending,
    boolean modified) {
  /** A page that is not valid. */
  public static final EpcmFacts INVALID =
      new EpcmFacts(false, PageType.REG, false, false, Rwx.NONE, false, false, false);
}
