package watertight.model.enclave.sgx;

import java.util.ArrayList;
import java.util.List;

/**
 * SDM vol. 3D, SECS: what the processor keeps of an enclave. The tracking epoch is not kept: pages
 * and processors know how many epochs ago they were blocked and entered.
 *
 * @param enclave which enclave of the world it is; nothing of the processor looks at it
 * @param range ELRANGE
 * @param debug ATTRIBUTES.DEBUG
 * @param init ATTRIBUTES.INIT
 * @param eid EID
 * @param measurement what MRENCLAVE is the hash of, record by record
 */
public record Secs(
    int enclave, Range range, boolean debug, boolean init, int eid, List<Measured> measurement) {
  public Secs {
    measurement = List.copyOf(measurement);
  }

  /** As this, with a record more in the measurement. */
  Secs measuring(Measured record) {
    List<Measured> more = new ArrayList<>(measurement);
    more.add(record);
    return new Secs(enclave, range, debug, init, eid, more);
  }

  /** As this, with a measurement that nobody signed. */
  Secs spoilt() {
    return new Secs(enclave, range, debug, init, eid, List.of(new Measured.Spoilt()));
  }

  /** As this, initialised. */
  Secs initialised() {
    return new Secs(enclave, range, debug, true, eid, measurement);
  }
}
