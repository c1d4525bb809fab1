package watertight.model.enclave.sgx;

/**
 * A page that EWB has written out: what is encrypted, and what the MAC binds.
 *
 * @param type PT
 * @param rwx R, W, X
 * @param eid the EID of its enclave; {@link #NO_ENCLAVE} for a page of none
 * @param address ENCLAVEADDRESS
 * @param version what stands in the slot as well
 * @param content the page
 * @param origin which enclave of the world it came from; no processor looks at it
 * @param latest whether the page is in no newer place; no processor looks at it
 */
public record Blob(
    PageType type,
    Rwx rwx,
    int eid,
    long address,
    int version,
    Content content,
    int origin,
    boolean latest) {
  /** The EID of a page that belongs to no enclave. */
  public static final int NO_ENCLAVE = -1;

  /** Whether it was made of the same page of the same enclave. */
  boolean isOf(PageType type, long address, int origin) {
    return this.origin == origin && this.type == type && this.address == address;
  }

  /** As this, when the page is elsewhere. */
  Blob superseded() {
    return new Blob(type, rwx, eid, address, version, content, origin, false);
  }
}
