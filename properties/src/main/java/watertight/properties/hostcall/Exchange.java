package watertight.properties.hostcall;

import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Remembered;

/**
 * A call and its answer.
 *
 * @param call the call
 * @param knew what the enclave remembers
 * @param honest what a host that does not lie may answer
 * @param answer what stands in untrusted memory when the enclave looks
 * @param later what stands there when it has looked
 */
public record Exchange(HostCall call, Remembered knew, Fields honest, Fields answer, Fields later) {
  /** As this, with another answer; where it did not change afterwards, it still does not. */
  public Exchange withAnswer(Fields other) {
    return new Exchange(call, knew, honest, other, later.equals(answer) ? other : later);
  }

  /** As this, with another answer afterwards. */
  public Exchange withLater(Fields other) {
    return new Exchange(call, knew, honest, answer, other);
  }
}
