package watertight.model.enclave.hostcall.shield;

import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostcallGuards;

/** What a shield makes of an answer. */
public sealed interface Verdict {
  /** It is used as it came. */
  record Accept() implements Verdict {}

  /** Nothing of it is used; the caller gets an error. */
  record Reject(HostcallGuards by) implements Verdict {}

  /** The call is made again; the caller does not notice. */
  record Retry() implements Verdict {}

  /** It is used with other values: {@code answer}. */
  record Clamp(Fields answer) implements Verdict {}
}
