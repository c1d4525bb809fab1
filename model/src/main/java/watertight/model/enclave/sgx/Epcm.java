package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;

/**
 * SDM vol. 3D, EPCM: what the processor knows of a valid EPC page. BLOCKED stands in a cell of its
 * own.
 *
 * @param type PT
 * @param secs ENCLAVESECS: where the SECS of its enclave is; null for pages that have none
 * @param address ENCLAVEADDRESS
 * @param rwx R, W, X
 */
public record Epcm(PageType type, @Nullable Frame secs, long address, Rwx rwx) {
  /** An entry of a SECS or a version array, which belong to no address. */
  public static Epcm ofNoEnclave(PageType type) {
    return new Epcm(type, null, 0, Rwx.NONE);
  }

  /** Whether it is the page of this type at an address of the enclave with this SECS. */
  public boolean is(PageType type, Frame secs, long address) {
    return this.type == type && secs.equals(this.secs) && this.address == address;
  }
}
