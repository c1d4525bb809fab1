package watertight.model.enclave.sgx;

/**
 * What a page table says of a page.
 *
 * @param frame where it leads
 * @param rwx the rights
 */
public record Pte(Frame frame, Rwx rwx) {
  @Override
  public String toString() {
    return frame + " " + rwx;
  }
}
