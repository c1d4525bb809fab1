package watertight.model.enclave.sgx;

import java.util.Optional;
import watertight.model.Gate;
import watertight.model.Guards;

/**
 * SDM vol. 3D §38.3 to §38.5.1: the check of an access that no kept translation allows. The order
 * is the manual's: the first that refuses is what is seen.
 *
 * @param guards which guards are in force
 */
public record AccessCheck(Guards guards) {
  /** What becomes of an access. */
  public sealed interface Outcome {
    /** It is done, and the translation kept. */
    record Allowed() implements Outcome {}

    /** Reads are all ones, writes are dropped; no translation is kept. */
    record AbortPage() implements Outcome {}

    /** It is not done. */
    record Faults(Gate gate) implements Outcome {}
  }

  /** Decides about an access within one page. */
  public Outcome decide(AccessQuery access) {
    if (refuses(
        AccessGates.PAGE_WALK, access.pte() == null || !access.pte().allows(access.use()))) {
      return new Outcome.Faults(AccessGates.PAGE_WALK);
    }
    if (access.enclaveMode() && access.inElrange()) {
      return inElrange(access).<Outcome>map(Outcome.Faults::new).orElseGet(Outcome.Allowed::new);
    }
    if (refuses(
        AccessGates.NO_FETCH_OUTSIDE_ELRANGE, access.enclaveMode() && access.use() == Use.FETCH)) {
      return new Outcome.Faults(AccessGates.NO_FETCH_OUTSIDE_ELRANGE);
    }
    return access.inEpc() && guards.has(SgxChoices.ABORT_PAGE)
        ? new Outcome.AbortPage()
        : new Outcome.Allowed();
  }

  private Optional<Gate> inElrange(AccessQuery access) {
    if (!access.inEpc()) {
      return refuses(AccessGates.ELRANGE_MUST_BE_EPC, true)
          ? Optional.of(AccessGates.ELRANGE_MUST_BE_EPC)
          : Optional.empty();
    }
    EpcmFacts epcm = access.epcm();
    if (refuses(AccessGates.EPCM_VALID, !epcm.valid())) {
      return Optional.of(AccessGates.EPCM_VALID);
    }
    if (refuses(AccessGates.PAGE_TYPE_CHECK, epcm.type() != PageType.REG)) {
      return Optional.of(AccessGates.PAGE_TYPE_CHECK);
    }
    if (refuses(AccessGates.BLOCKED_STOPS_FILL, epcm.blocked())) {
      return Optional.of(AccessGates.BLOCKED_STOPS_FILL);
    }
    if (refuses(AccessGates.PENDING_STOPS_FILL, epcm.pending())) {
      return Optional.of(AccessGates.PENDING_STOPS_FILL);
    }
    if (refuses(AccessGates.MODIFIED_STOPS_FILL, epcm.modified())) {
      return Optional.of(AccessGates.MODIFIED_STOPS_FILL);
    }
    if (refuses(AccessGates.EPCM_OWNER_CHECK, !epcm.owned())) {
      return Optional.of(AccessGates.EPCM_OWNER_CHECK);
    }
    if (refuses(AccessGates.EPCM_ADDRESS_CHECK, !epcm.there())) {
      return Optional.of(AccessGates.EPCM_ADDRESS_CHECK);
    }
    return refuses(AccessGates.EPCM_PERMISSION_CHECK, !epcm.rwx().allows(access.use()))
        ? Optional.of(AccessGates.EPCM_PERMISSION_CHECK)
        : Optional.empty();
  }

  private boolean refuses(SgxGate gate, boolean condition) {
    return gate.refuses(guards, condition);
  }
}
