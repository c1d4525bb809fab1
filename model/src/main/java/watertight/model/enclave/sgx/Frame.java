package watertight.model.enclave.sgx;

/**
 * A physical page. The first ones are the enclave page cache, the rest is ordinary memory.
 *
 * @param id its number
 */
public record Frame(int id) {
  @Override
  public String toString() {
    return "frame " + id;
  }
}
