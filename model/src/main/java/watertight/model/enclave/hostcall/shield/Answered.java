package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.RET;

import java.util.Optional;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Words;

/**
 * A call with the host's answer to it, copied in.
 *
 * @param picture what lies where in the enclave
 * @param call the call
 * @param answer the answer
 * @param knew what the enclave remembers
 * @param guards which checks are made
 */
public record Answered(
    Picture picture, HostCall call, Fields answer, Remembered knew, Guards guards) {
  long ret() {
    return answer.get(RET);
  }

  long argument(Field field) {
    return call.argument(field);
  }

  Words words() {
    return picture.words();
  }

  /** Whether the host says that the call failed; brk has no errors. */
  boolean failed() {
    return call.name() != CallName.BRK && words().isError(ret());
  }

  /** The check's refusal, where it is made and its condition is met. */
  Optional<HostcallGuards> refuse(HostcallGuards check, boolean condition) {
    return guards.has(check) && condition ? Optional.of(check) : Optional.empty();
  }

  /** The check's refusal of a value above {@code most}, both without a sign. */
  Optional<HostcallGuards> atMost(HostcallGuards check, long value, long most) {
    return refuse(check, Words.below(bound(check, most), value));
  }

  /** The value, or {@code most} where it is above and the check is made. */
  long clamp(HostcallGuards check, long value, long most) {
    long bound = bound(check, most);
    return guards.has(check) && Words.below(bound, value) ? bound : value;
  }

  private long bound(HostcallGuards check, long most) {
    return most == -1 ? most : most + slack(check);
  }

  /** By how much the check's comparison is too weak: 0, but for a mutant. */
  long slack(HostcallGuards check) {
    return guards.has(new HostcallGuards.WeakByOne(check)) ? 0 : 1;
  }
}
