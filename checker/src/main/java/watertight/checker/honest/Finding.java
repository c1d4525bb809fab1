package watertight.checker.honest;

import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Remembered;

/**
 * An answer of the kernel about which the model is wrong.
 *
 * @param picture where the enclave lies
 * @param call what was asked
 * @param knew what the enclave remembered
 * @param answer what the kernel answered
 * @param what what the model says about it
 */
public record Finding(Picture picture, HostCall call, Remembered knew, Fields answer, String what) {
  /** As this, with other things remembered. */
  Finding withKnew(Remembered other) {
    return new Finding(picture, call, other, answer, what);
  }
}
