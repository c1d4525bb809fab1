package watertight.model.enclave.sgx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import watertight.model.Result;

/** EREPORT, EGETKEY, EDBGRD: SDM vol. 3D §40.3 and §40.4. */
final class Reporting {
  /** The security version of every enclave here. */
  private static final int ISVSVN = 1;

  private Reporting() {}

  /** The key of the MAC is the target's report key: the target alone can verify. */
  static Result report(Turn turn, Action.Report report) {
    Secs own = active(turn, report.processor());
    if (turn.refuses(EntryGates.EREPORT_IN_ENCLAVE, own == null)) {
      return Turn.refused(EntryGates.EREPORT_IN_ENCLAVE);
    }
    return key("report of " + identity(turn, own) + " for " + target(turn, report.target()));
  }

  private static Enclave target(Turn turn, int target) {
    return turn.world().enclaves().get(target);
  }

  /** A key for one's own version or an older one, bound to one's own identity. */
  static Result key(Turn turn, Action.GetKey get) {
    Secs own = active(turn, get.processor());
    if (turn.refuses(EntryGates.EGETKEY_IN_ENCLAVE, own == null)) {
      return Turn.refused(EntryGates.EGETKEY_IN_ENCLAVE);
    }
    if (turn.refuses(EntryGates.EGETKEY_ISVSVN, get.isvsvn() > ISVSVN)) {
      return Turn.refused(EntryGates.EGETKEY_ISVSVN);
    }
    return key("seal " + identity(turn, own) + " " + get.isvsvn());
  }

  private static Result key(String of) {
    return new Result.Returned(new Seen.Key(of));
  }

  private static @Nullable Secs active(Turn turn, Processor processor) {
    ModeCell.Running running = turn.cells().view(new ModeCell(processor), new ModeCell.Runs());
    return running == null ? null : turn.cells().get(new SecsCell(running.secs()));
  }

  /** MRENCLAVE, by the name of the first enclave that has it. */
  private static String identity(Turn turn, Secs secs) {
    Measuring measuring = new Measuring(turn.guards());
    List<Enclave> same =
        turn.world().enclaves().stream()
            .filter(enclave -> measuring.expected(enclave).equals(secs.measurement()))
            .toList();
    return same.isEmpty() ? "nobody" : same.getFirst().toString();
  }

  static Result debugRead(Turn turn, Action.Edbgrd read) {
    Frame page = turn.frame(read.page());
    Epcm epcm = turn.cells().get(new EpcmCell(page));
    if (turn.refuses(PagingGates.EDBGRD_PAGE, epcm == null || !epcm.type().isRegOrTcs())) {
      return Turn.refused(PagingGates.EDBGRD_PAGE);
    }
    Secs secs = turn.cells().get(new SecsCell(epcm.secs()));
    if (turn.refuses(PagingGates.EDBGRD_DEBUG_ENCLAVE, secs == null || !secs.debug())) {
      return Turn.refused(PagingGates.EDBGRD_DEBUG_ENCLAVE);
    }
    return new Result.Returned(new Seen.Bytes(turn.cells().get(new DataCell(page))));
  }
}
