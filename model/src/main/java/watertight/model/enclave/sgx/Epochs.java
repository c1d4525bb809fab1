package watertight.model.enclave.sgx;

/**
 * Tracking epochs by their age. ETRACK is refused while a processor inside is older than the
 * current epoch, so that ages of processors are 0 or 1, and of a blocked page it matters only
 * whether its age is 0, 1 or more.
 */
final class Epochs {
  /** This age, or more. */
  static final int OLDEST = 2;

  private Epochs() {}

  /** The age once a new epoch has begun. */
  static int older(int age) {
    return Math.min(OLDEST, age + 1);
  }
}
