package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Gate;
import watertight.model.Result;

/** EENTER, ERESUME, EEXIT, asynchronous exits: SDM vol. 3D §40.4 and §39. */
final class Entering {
  private Entering() {}

  static Result enter(Turn turn, Action.Enter enter) {
    if (turn.refuses(
        EntryGates.ENTRY_OUTSIDE_ENCLAVE, turn.cells().has(new ModeCell(enter.processor())))) {
      return Turn.refused(EntryGates.ENTRY_OUTSIDE_ENCLAVE);
    }
    Frame tcsFrame = epcFrame(turn, enter, enter.tcs(), enter.address());
    if (turn.refuses(
        EntryGates.ENTRY_TCS_MAPPED, tcsFrame == null || !turn.isType(tcsFrame, PageType.TCS))) {
      return Turn.refused(EntryGates.ENTRY_TCS_MAPPED);
    }
    if (turn.refuses(EntryGates.ENTRY_TCS_BLOCKED, turn.cells().has(new BlockedCell(tcsFrame)))) {
      return Turn.refused(EntryGates.ENTRY_TCS_BLOCKED);
    }
    Epcm epcm = turn.cells().get(new EpcmCell(tcsFrame));
    if (turn.refuses(EntryGates.ENTRY_TCS_ADDRESS, epcm.address() != enter.address())) {
      return Turn.refused(EntryGates.ENTRY_TCS_ADDRESS);
    }
    if (turn.refuses(
        EntryGates.ENTRY_NEEDS_INIT,
        !turn.cells().view(new SecsCell(epcm.secs()), new SecsCell.IsInit()))) {
      return Turn.refused(EntryGates.ENTRY_NEEDS_INIT);
    }
    return enter(turn, enter, epcm.secs(), tcsFrame);
  }

  private static Result enter(Turn turn, Action.Enter enter, Frame secs, Frame tcsFrame) {
    Tcs tcs = turn.cells().get(new TcsCell(tcsFrame));
    if (turn.refuses(EntryGates.ERESUME_CSSA, enter.resume() && tcs.cssa() == 0)) {
      return Turn.refused(EntryGates.ERESUME_CSSA);
    }
    if (turn.refuses(EntryGates.EENTER_CSSA, !enter.resume() && tcs.cssa() >= tcs.nssa())) {
      return Turn.refused(EntryGates.EENTER_CSSA);
    }
    int used = enter.resume() ? tcs.cssa() - 1 : tcs.cssa();
    Frame ssa = epcFrame(turn, enter, enter.ssa(), tcs.ssa(used));
    Gate bad = saveArea(turn, secs, ssa, tcs.ssa(used));
    if (bad != null) {
      return Turn.refused(bad);
    }
    if (turn.refuses(EntryGates.TCS_NOT_ACTIVE, tcs.active())) {
      return Turn.refused(EntryGates.TCS_NOT_ACTIVE);
    }
    Range range = turn.cells().view(new SecsCell(secs), new SecsCell.Elrange());
    if (range == null) {
      return new Result.OutOfScope("an entry into an enclave without its SECS");
    }
    turn.cells().set(new TcsCell(tcsFrame), tcs.cssa(used).active(true));
    turn.cells().set(new ModeCell(enter.processor()), new Inside(secs, range, tcsFrame, ssa, 0));
    if (turn.has(SgxChoices.TLB_FLUSHED_ON_ENTRY)) {
      turn.cells().set(new TlbCell(enter.processor()), Tlb.EMPTY);
    }
    if (turn.world().registers()) {
      String saved = enter.resume() ? turn.cells().get(new DataCell(ssa)) : RegistersCell.CLEAN;
      turn.cells().set(new RegistersCell(enter.processor()), saved);
    }
    return Seen.done();
  }

  /** Where an address leads in the EPC, or null. */
  private static @Nullable Frame epcFrame(Turn turn, Action.Enter enter, Via via, long address) {
    Pte pte = turn.walk(enter.processor(), via, address);
    return pte != null
            && turn.world().isEpc(pte.frame())
            && pte.rwx().uses().containsAll(Rwx.RW.uses())
        ? pte.frame()
        : null;
  }

  /** What is wrong with the frame of the save area, or null. */
  private static @Nullable Gate saveArea(
      Turn turn, Frame secs, @Nullable Frame frame, long address) {
    if (turn.refuses(EntryGates.ENTRY_SSA_MAPPED, frame == null || !turn.isValid(frame))) {
      return EntryGates.ENTRY_SSA_MAPPED;
    }
    if (turn.refuses(EntryGates.ENTRY_SSA_BLOCKED, turn.cells().has(new BlockedCell(frame)))) {
      return EntryGates.ENTRY_SSA_BLOCKED;
    }
    Epcm epcm = turn.cells().get(new EpcmCell(frame));
    boolean isOwn =
        epcm.is(PageType.REG, secs, address) && epcm.rwx().uses().containsAll(Rwx.RW.uses());
    return turn.refuses(EntryGates.SSA_PAGE_OWN, !isOwn) ? EntryGates.SSA_PAGE_OWN : null;
  }

  /** The general registers stay as they are: clearing them is the duty of software. */
  static Result exit(Turn turn, Action.Exit exit) {
    Inside inside = turn.cells().get(new ModeCell(exit.processor()));
    if (turn.refuses(EntryGates.EEXIT_IN_ENCLAVE, inside == null)) {
      return Turn.refused(EntryGates.EEXIT_IN_ENCLAVE);
    }
    turn.cells().update(new TcsCell(inside.tcs()), new TcsCell.Left(true, 0));
    leave(turn, exit.processor());
    return Seen.done();
  }

  /**
   * The save area and the TCS are written through the physical addresses that were kept on entry,
   * unchecked.
   */
  static Result interrupt(Turn turn, Action.Interrupt interrupt) {
    Processor processor = interrupt.processor();
    Inside inside = turn.cells().get(new ModeCell(processor));
    if (inside == null) {
      return new Result.NotEnabled("not in enclave mode");
    }
    if (turn.world().registers()) {
      RegistersCell registers = new RegistersCell(processor);
      turn.cells().set(new DataCell(inside.ssa()), turn.cells().get(registers));
      if (turn.has(SgxChoices.REGISTERS_SCRUBBED_ON_EXIT)) {
        turn.cells().set(registers, RegistersCell.CLEAN);
      }
    }
    boolean releases = turn.has(SgxChoices.AEX_RELEASES_TCS);
    turn.cells().update(new TcsCell(inside.tcs()), new TcsCell.Left(releases, 1));
    leave(turn, processor);
    return Seen.done();
  }

  private static void leave(Turn turn, Processor processor) {
    turn.cells().set(new ModeCell(processor), null);
    if (turn.has(SgxChoices.TLB_FLUSHED_ON_EXIT)) {
      turn.cells().set(new TlbCell(processor), Tlb.EMPTY);
    }
  }
}
