package watertight.model.enclave.sgx;

/**
 * SDM vol. 3D, TCS: a thread of an enclave.
 *
 * @param active whether a processor runs it
 * @param cssa CSSA: how many frames of its save area are in use
 * @param nssa NSSA: how many there are
 * @param ossa where the first frame is, as a linear address
 */
public record Tcs(boolean active, int cssa, int nssa, long ossa) {
  Tcs active(boolean now) {
    return new Tcs(now, cssa, nssa, ossa);
  }

  Tcs cssa(int used) {
    return new Tcs(active, used, nssa, ossa);
  }

  /** The address of a frame of the save area. */
  long ssa(int number) {
    return ossa + number * Pages.SIZE;
  }
}
