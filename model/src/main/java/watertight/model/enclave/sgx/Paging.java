package watertight.model.enclave.sgx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import watertight.model.Gate;
import watertight.model.Result;

/** EPA, EBLOCK, ETRACK, EREMOVE: SDM vol. 3D §40.3. */
final class Paging {
  private Paging() {}

  static Result versionArray(Turn turn, Action.Epa epa) {
    Frame target = turn.frame(epa.target());
    if (turn.refuses(PagingGates.EPA_TARGET_VALID, turn.isValid(target))) {
      return Turn.refused(PagingGates.EPA_TARGET_VALID);
    }
    turn.free(target);
    turn.cells().set(new EpcmCell(target), Epcm.ofNoEnclave(PageType.VA));
    return Seen.done();
  }

  static Result block(Turn turn, Action.Eblock block) {
    Frame page = turn.frame(block.page());
    Epcm epcm = turn.cells().get(new EpcmCell(page));
    if (turn.refuses(PagingGates.EBLOCK_VALID, epcm == null)) {
      return Turn.refused(PagingGates.EBLOCK_VALID);
    }
    if (turn.refuses(PagingGates.EBLOCK_SECS, epcm.type() == PageType.SECS)) {
      return Turn.refused(PagingGates.EBLOCK_SECS);
    }
    if (turn.refuses(PagingGates.EBLOCK_TYPE, !epcm.type().isRegOrTcs())) {
      return Turn.refused(PagingGates.EBLOCK_TYPE);
    }
    BlockedCell blocked = new BlockedCell(page);
    if (turn.cells().has(blocked)) {
      return new Result.Returned(new Seen.Reported(SgxCode.SGX_BLKSTATE));
    }
    turn.cells().set(blocked, Blocked.now(epcm.secs()));
    return Seen.done();
  }

  static Result track(Turn turn, Action.Etrack track) {
    Frame secs = turn.frame(track.secs());
    if (turn.refuses(PagingGates.ETRACK_SECS, !turn.isType(secs, PageType.SECS))) {
      return Turn.refused(PagingGates.ETRACK_SECS);
    }
    if (turn.refuses(PagingGates.ETRACK_PREVIOUS_COMPLETE, oldest(turn, secs) >= 1)) {
      return Turn.refused(PagingGates.ETRACK_PREVIOUS_COMPLETE);
    }
    if (oldest(turn, secs) >= Epochs.OLDEST) {
      return new Result.OutOfScope("a thread that stays for more epochs");
    }
    turn.world()
        .epcFrames()
        .forEach(f -> turn.cells().update(new BlockedCell(f), new BlockedCell.Older(secs)));
    turn.world()
        .allProcessors()
        .forEach(p -> turn.cells().update(new ModeCell(p), new ModeCell.Older(secs)));
    return Seen.done();
  }

  /** Since how many epochs the processor that entered first is inside; −1 when none is. */
  static int oldest(Turn turn, Frame secs) {
    int oldest = -1;
    for (Processor processor : turn.world().allProcessors()) {
      int age = turn.cells().view(new ModeCell(processor), new ModeCell.AgeIn(secs));
      oldest = Math.max(oldest, age);
    }
    return oldest;
  }

  static Result remove(Turn turn, Action.Eremove remove) {
    Frame page = turn.frame(remove.page());
    Epcm epcm = turn.cells().get(new EpcmCell(page));
    if (epcm == null) {
      return Seen.done();
    }
    Gate children = children(turn, page, epcm.type());
    if (children != null) {
      return Turn.refused(children);
    }
    if (turn.refuses(
        PagingGates.ENCLAVE_ACT_ON_REMOVE, epcm.secs() != null && oldest(turn, epcm.secs()) >= 0)) {
      return Turn.refused(PagingGates.ENCLAVE_ACT_ON_REMOVE);
    }
    turn.free(page);
    return Seen.done();
  }

  /** What refuses to let a SECS go while pages of its enclave still name it, or null. */
  static @Nullable Gate children(Turn turn, Frame page, PageType type) {
    if (type != PageType.SECS) {
      return null;
    }
    List<Frame> frames = turn.world().epcFrames();
    boolean named =
        frames.stream()
            .anyMatch(f -> turn.cells().view(new EpcmCell(f), new EpcmCell.IsChildOf(page)));
    return turn.refuses(PagingGates.CHILD_PRESENT, named) ? PagingGates.CHILD_PRESENT : null;
  }
}
