package watertight.model.enclave.sgx;

/**
 * BLOCKED, and how long ago.
 *
 * @param secs the SECS of the page's enclave
 * @param age how often ETRACK has begun a new epoch since
 */
public record Blocked(Frame secs, int age) {
  /** A page that is blocked now. */
  static Blocked now(Frame secs) {
    return new Blocked(secs, 0);
  }
}
