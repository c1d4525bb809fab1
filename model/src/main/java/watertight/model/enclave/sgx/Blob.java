package watertight.model.enclave.sgx;

/**
 * A page that EWB has written out: what is encrypted, and what the MAC binds beside the version,
 * which is the number of the place where the blob is kept.
 *
 * @param type PT
 * @param rwx R, W, X
 * @param eid the EID of its enclave; {@link #NO_ENCLAVE} for a page of none
 * @param address ENCLAVEADDRESS
 * @param content the page
 * @param origin which enclave of the world it came from; no processor looks at it
 * @param latest whether the page is in no newer place; no processor looks at it
 */
public record Blob(
    PageType type, Rwx rwx, int eid, long address, Content content, int origin, boolean latest) {
  /** The EID of a page that belongs to no enclave. */
  public static final int NO_ENCLAVE = -1;

  /** Whether it was made of the same page of the same enclave. */
  boolean isOf(PageType type, long address, int origin) {
    return this.origin == origin && this.type == type && this.address == address;
  }

  /** As this, when what was kept at a place is no more, and this is a version array. */
  Blob forgetting(int blob) {
    return content instanceof Content.Versions versions
        ? new Blob(type, rwx, eid, address, versions.forgetting(blob), origin, latest)
        : this;
  }

  /** As this, when the page is elsewhere. */
  Blob superseded() {
    return new Blob(type, rwx, eid, address, content, origin, false);
  }
}
