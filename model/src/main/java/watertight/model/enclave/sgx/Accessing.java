package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Result;

/** Loads, stores and fetches, and what devices do. */
final class Accessing {
  private Accessing() {}

  /** SDM vol. 3D §38.5: a translation that is kept is used; else the walk is checked. */
  static Result access(Turn turn, Action.Access access) {
    if (turn.refuses(AccessGates.LINEAR_CANONICAL, !Pages.isCanonical(access.address()))) {
      return Turn.refused(AccessGates.LINEAR_CANONICAL);
    }
    ModeCell.Running running =
        turn.cells().view(new ModeCell(access.processor()), new ModeCell.Runs());
    TlbCell tlb = new TlbCell(access.processor());
    long page = Pages.of(access.address());
    Translation kept = turn.cells().view(tlb, new TlbCell.At(page));
    if (kept != null && kept.rwx().allows(access.use())) {
      return touch(turn, access, running != null, kept.frame());
    }
    Pte pte = turn.walk(access.processor(), access.via(), page);
    AccessQuery query = query(turn, access, running, pte);
    return switch (new AccessCheck(turn.guards()).decide(query)) {
      case AccessCheck.Outcome.Faults faults -> Turn.refused(faults.gate());
      case AccessCheck.Outcome.AbortPage aborts -> new Result.Returned(new Seen.AbortPage());
      case AccessCheck.Outcome.Allowed allowed -> {
        if (turn.world().isInSomeElrange(page)) {
          Rwx rwx = query.epcm().valid() ? pte.rwx().and(query.epcm().rwx()) : pte.rwx();
          Translation filled = new Translation(page, pte.frame(), rwx.with(access.use()));
          turn.cells().update(tlb, new TlbCell.Fill(filled));
        }
        yield touch(turn, access, running != null, pte.frame());
      }
    };
  }

  private static AccessQuery query(
      Turn turn, Action.Access access, ModeCell.@Nullable Running running, @Nullable Pte pte) {
    boolean inElrange = running != null && running.range().contains(access.address());
    boolean inEpc = pte != null && turn.world().isEpc(pte.frame());
    EpcmFacts epcm =
        inElrange && inEpc
            ? facts(turn, pte.frame(), running.secs(), Pages.of(access.address()))
            : EpcmFacts.INVALID;
    return new AccessQuery(
        running != null, inElrange, pte == null ? null : pte.rwx(), inEpc, epcm, access.use());
  }

  private static EpcmFacts facts(Turn turn, Frame frame, Frame secs, long page) {
    Epcm epcm = turn.cells().get(new EpcmCell(frame));
    return epcm == null
        ? EpcmFacts.INVALID
        : new EpcmFacts(
            true,
            epcm.type(),
            secs.equals(epcm.secs()),
            epcm.address() == page && epcm.secs() != null,
            epcm.rwx(),
            turn.cells().has(new BlockedCell(frame)),
            false,
            false);
  }

  private static Result touch(Turn turn, Action.Access access, boolean inside, Frame frame) {
    return switch (access.use()) {
      case FETCH -> Seen.done();
      case WRITE -> {
        turn.cells().set(new DataCell(frame), access.value());
        yield Seen.done();
      }
      case READ -> {
        String bytes = turn.cells().get(new DataCell(frame));
        if (turn.world().registers() && inside) {
          turn.cells().set(new RegistersCell(access.processor()), bytes);
        }
        yield new Result.Returned(new Seen.Bytes(bytes));
      }
    };
  }

  /** SDM vol. 3D §38.2: what a bus master gets. */
  static Result dma(Turn turn, Action.Dma dma) {
    Frame frame = turn.frame(dma.frame());
    if (turn.world().isEpc(frame) && turn.has(SgxChoices.PRM_RANGE_CHECK)) {
      return new Result.Returned(new Seen.AbortPage());
    }
    if (dma.use() == Use.WRITE) {
      turn.cells().set(new DataCell(frame), dma.value());
      return Seen.done();
    }
    return new Result.Returned(new Seen.Bytes(turn.cells().get(new DataCell(frame))));
  }

  /** A page table is memory of the operating system, unless a monitor looks on. */
  static Result writePte(Turn turn, Action.WritePte write) {
    if (turn.refuses(
        PagingGates.PAGETABLE_WRITES_MEDIATED,
        turn.world().monitor()
            && write.place() != null
            && turn.world().guarded().contains(turn.frame(write.place())))) {
      return Turn.refused(PagingGates.PAGETABLE_WRITES_MEDIATED);
    }
    Pte pte = write.place() == null ? null : new Pte(turn.frame(write.place()), write.rwx());
    turn.cells().set(new PteCell(write.process(), write.page()), pte);
    return Seen.done();
  }
}
