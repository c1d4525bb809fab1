package watertight.model.enclave.sgx;

import java.util.HashSet;
import java.util.Set;

/**
 * EIDs. The processor counts up; the model takes the lowest number that nothing holds any more,
 * since numbers are compared for equality alone: one that nothing holds cannot be told from one
 * that never was.
 */
final class Identities {
  private Identities() {}

  /** An EID for a new enclave. */
  static int eid(Turn turn) {
    Set<Integer> held = new HashSet<>();
    for (Frame frame : turn.world().epcFrames()) {
      held.add(turn.cells().view(new SecsCell(frame), new SecsCell.Eid()));
    }
    for (int blob = 0; blob < turn.world().blobs(); blob++) {
      if (turn.has(SgxChoices.EID_NEVER_REUSED)) {
        held.add(turn.cells().view(new BlobCell(blob), new BlobCell.Eid()));
      }
    }
    return lowestNotIn(held);
  }

  private static int lowestNotIn(Set<Integer> held) {
    int number = 0;
    while (held.contains(number)) {
      number++;
    }
    return number;
  }
}
