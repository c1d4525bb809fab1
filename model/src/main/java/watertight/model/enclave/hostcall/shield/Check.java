package watertight.model.enclave.hostcall.shield;

import java.util.Optional;
import watertight.model.enclave.hostcall.HostcallGuards;

/** One line of reasoning about an answer. */
@FunctionalInterface
interface Check {
  /** Who refuses the answer, if this check does. */
  Optional<HostcallGuards> refusal(Answered answered);
}
