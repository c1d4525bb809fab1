package watertight.model.enclave.sgx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import watertight.model.Result;

/** ECREATE, EADD, EEXTEND, EINIT: SDM vol. 3D §40.3. */
final class Building {
  private Building() {}

  static Result create(Turn turn, Action.Ecreate create) {
    Frame target = turn.frame(create.target());
    Range range = create.range();
    if (turn.refuses(BuildGates.ECREATE_TARGET_VALID, turn.isValid(target))) {
      return Turn.refused(BuildGates.ECREATE_TARGET_VALID);
    }
    if (turn.refuses(BuildGates.ECREATE_SIZE_POWER_OF_TWO, Long.bitCount(range.size()) != 1)) {
      return Turn.refused(BuildGates.ECREATE_SIZE_POWER_OF_TWO);
    }
    if (turn.refuses(BuildGates.ECREATE_BASE_ALIGNED, (range.base() & range.size() - 1) != 0)) {
      return Turn.refused(BuildGates.ECREATE_BASE_ALIGNED);
    }
    Enclave enclave = turn.world().enclaves().get(create.enclave());
    Secs secs =
        new Secs(
            create.enclave(),
            range,
            enclave.debug(),
            false,
            Identities.eid(turn),
            List.of(Measuring.created(range)));
    turn.free(target);
    turn.cells().set(new EpcmCell(target), Epcm.ofNoEnclave(PageType.SECS));
    turn.cells().set(new SecsCell(target), secs);
    return Seen.done();
  }

  static Result add(Turn turn, Action.Eadd add) {
    Frame owner = turn.frame(add.secs());
    Frame target = turn.frame(add.target());
    SecInfo info = add.info();
    if (turn.refuses(BuildGates.EADD_TYPE, !info.type().isRegOrTcs())) {
      return Turn.refused(BuildGates.EADD_TYPE);
    }
    if (turn.refuses(BuildGates.EADD_TARGET_VALID, turn.isValid(target))) {
      return Turn.refused(BuildGates.EADD_TARGET_VALID);
    }
    if (turn.refuses(BuildGates.EADD_SECS, !turn.isType(owner, PageType.SECS))) {
      return Turn.refused(BuildGates.EADD_SECS);
    }
    if (turn.refuses(
        BuildGates.EADD_WRITE_NEEDS_READ,
        info.type() == PageType.REG
            && info.rwx().allows(Use.WRITE)
            && !info.rwx().allows(Use.READ))) {
      return Turn.refused(BuildGates.EADD_WRITE_NEEDS_READ);
    }
    Secs secs = turn.cells().get(new SecsCell(owner));
    if (turn.refuses(BuildGates.EADD_WITHIN_ELRANGE, !secs.range().contains(add.address()))) {
      return Turn.refused(BuildGates.EADD_WITHIN_ELRANGE);
    }
    Result sealed = sealed(turn, secs);
    if (sealed != null) {
      return sealed;
    }
    Measuring measuring = new Measuring(turn.guards());
    Rwx rights = measuring.given(info).rwx();
    turn.free(target);
    turn.cells().set(new EpcmCell(target), new Epcm(info.type(), owner, add.address(), rights));
    turn.put(target, add.content());
    Measured record = measuring.added(secs.range(), add.address(), info);
    turn.cells().set(new SecsCell(owner), measuring.measure(turn.world(), secs, record));
    return Seen.done();
  }

  /** EADD and EEXTEND refuse an enclave that is initialised; null for one that is not. */
  private static @Nullable Result sealed(Turn turn, Secs secs) {
    return turn.refuses(BuildGates.INIT_SEALS, secs.init())
        ? Turn.refused(BuildGates.INIT_SEALS)
        : null;
  }

  static Result extend(Turn turn, Action.Eextend extend) {
    Frame page = turn.frame(extend.page());
    if (turn.refuses(BuildGates.EEXTEND_ALIGNED, extend.chunk() % 256 != 0)) {
      return Turn.refused(BuildGates.EEXTEND_ALIGNED);
    }
    Epcm epcm = turn.cells().get(new EpcmCell(page));
    if (turn.refuses(BuildGates.EEXTEND_PAGE, epcm == null || !epcm.type().isRegOrTcs())) {
      return Turn.refused(BuildGates.EEXTEND_PAGE);
    }
    Secs secs = turn.cells().get(new SecsCell(epcm.secs()));
    Result sealed = sealed(turn, secs);
    if (sealed != null) {
      return sealed;
    }
    Content content = turn.content(page, epcm.type());
    Measured record = Measuring.extended(secs.range(), epcm.address() + extend.chunk(), content);
    turn.cells()
        .set(
            new SecsCell(epcm.secs()),
            new Measuring(turn.guards()).measure(turn.world(), secs, record));
    return Seen.done();
  }

  static Result init(Turn turn, Action.Einit init) {
    Frame owner = turn.frame(init.secs());
    SigStruct signed = init.signed();
    if (turn.refuses(BuildGates.EINIT_SIGNATURE, !signed.signature())) {
      return Turn.refused(BuildGates.EINIT_SIGNATURE);
    }
    if (turn.refuses(BuildGates.EINIT_SECS, !turn.isType(owner, PageType.SECS))) {
      return Turn.refused(BuildGates.EINIT_SECS);
    }
    Secs secs = turn.cells().get(new SecsCell(owner));
    if (turn.refuses(BuildGates.EINIT_ONCE, secs.init())) {
      return Turn.refused(BuildGates.EINIT_ONCE);
    }
    Enclave author = turn.world().enclaves().get(signed.enclave());
    if (turn.refuses(
        BuildGates.EINIT_MEASUREMENT,
        !secs.measurement().equals(new Measuring(turn.guards()).expected(author)))) {
      return Turn.refused(BuildGates.EINIT_MEASUREMENT);
    }
    if (turn.refuses(BuildGates.EINIT_ATTRIBUTES, !signed.attributes())) {
      return Turn.refused(BuildGates.EINIT_ATTRIBUTES);
    }
    if (turn.refuses(BuildGates.EINIT_TOKEN, !signed.token())) {
      return Turn.refused(BuildGates.EINIT_TOKEN);
    }
    turn.cells().set(new SecsCell(owner), secs.initialised());
    return Seen.done();
  }
}
