package watertight.model.enclave.sgx;

import watertight.model.Result;

/** ELDU and ELDB: SDM vol. 3D §40.3. */
final class Loading {
  private Loading() {}

  static Result load(Turn turn, Action.Eld load) {
    Blob blob = turn.cells().get(new BlobCell(load.blob()));
    if (blob == null) {
      return new Result.NotEnabled("nothing kept there");
    }
    if (turn.refuses(PagingGates.ELD_TARGET_VALID, turn.isValid(turn.frame(load.target())))) {
      return Turn.refused(PagingGates.ELD_TARGET_VALID);
    }
    if (turn.refuses(PagingGates.ELD_VA, !turn.isType(turn.frame(load.va()), PageType.VA))) {
      return Turn.refused(PagingGates.ELD_VA);
    }
    boolean needsSecs = blob.type().isRegOrTcs();
    if (turn.refuses(
        PagingGates.ELD_SECS,
        needsSecs
            && (load.secs() == null || !turn.isType(turn.frame(load.secs()), PageType.SECS)))) {
      return Turn.refused(PagingGates.ELD_SECS);
    }
    return decrypt(turn, load, blob, needsSecs);
  }

  private static Result decrypt(Turn turn, Action.Eld load, Blob blob, boolean needsSecs) {
    Frame va = turn.frame(load.va());
    Frame target = turn.frame(load.target());
    int eid =
        needsSecs
            ? turn.cells().view(new SecsCell(turn.frame(load.secs())), new SecsCell.Eid())
            : blob.eid();
    if (turn.refuses(
        PagingGates.MAC_BINDS_OWNER_AND_ADDRESS,
        eid != blob.eid() || load.address() != blob.address())) {
      return Turn.refused(PagingGates.MAC_BINDS_OWNER_AND_ADDRESS);
    }
    SlotCell slot = new SlotCell(va, load.slot());
    Integer version = turn.cells().get(slot);
    if (turn.refuses(PagingGates.ELD_SLOT_FULL, version == null)) {
      return Turn.refused(PagingGates.ELD_SLOT_FULL);
    }
    if (turn.refuses(PagingGates.VERSION_ARRAY, version != null && version != load.blob())) {
      return Turn.refused(PagingGates.VERSION_ARRAY);
    }
    Frame secs = needsSecs ? turn.frame(load.secs()) : null;
    turn.free(target);
    Rwx rwx = turn.has(SgxChoices.RIGHTS_RESTORED_ON_LOAD) ? blob.rwx() : Rwx.ALL;
    turn.cells().set(new EpcmCell(target), new Epcm(blob.type(), secs, load.address(), rwx));
    turn.put(target, blob.content());
    if (load.blocked() && needsSecs) {
      turn.cells().set(new BlockedCell(target), Blocked.now(secs));
    }
    if (turn.has(SgxChoices.SLOT_CLEARED_ON_LOAD)) {
      turn.cells().set(slot, null);
    }
    Lineage.moved(turn, blob);
    return Seen.done();
  }
}
