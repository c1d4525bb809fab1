package watertight.model.enclave.sgx;

/**
 * A logical processor.
 *
 * @param id its number
 */
public record Processor(int id) {
  @Override
  public String toString() {
    return "p" + id;
  }
}
