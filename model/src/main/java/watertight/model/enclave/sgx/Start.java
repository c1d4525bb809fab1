package watertight.model.enclave.sgx;

import watertight.model.Result;

/** The state at the beginning: enclaves and version arrays made by the processor's own leaves. */
final class Start {
  private Start() {}

  static void write(Turn turn) {
    for (Enclave enclave : turn.world().enclaves()) {
      if (enclave.built()) {
        build(turn, enclave);
      }
    }
    for (int i = 0; i < turn.world().versionArrays(); i++) {
      done(Paging.versionArray(turn, new Action.Epa(new Place.Free())));
    }
    for (Frame guarded : turn.world().guarded()) {
      turn.cells().set(new DataCell(guarded), "secret");
    }
  }

  private static void build(Turn turn, Enclave enclave) {
    Place secs = new Place.SecsOf(enclave.id());
    done(
        Building.create(turn, new Action.Ecreate(new Place.Free(), enclave.id(), enclave.range())));
    for (Enclave.Page page : enclave.pages()) {
      done(
          Building.add(
              turn,
              new Action.Eadd(
                  new Place.Free(), secs, page.address(), page.info(), page.content())));
      Place place = new Place.PageOf(enclave.id(), page.address());
      if (page.extended()) {
        done(Building.extend(turn, new Action.Eextend(place, 0)));
      }
      if (turn.world().tables()) {
        Pte pte = new Pte(turn.frame(place), Rwx.ALL);
        turn.cells().set(new PteCell(enclave.id(), page.address()), pte);
      }
    }
    done(Building.init(turn, new Action.Einit(secs, SigStruct.of(enclave.id()))));
  }

  private static void done(Result result) {
    if (!(result instanceof Result.Returned)) {
      throw new IllegalArgumentException("a world that the processor does not make: " + result);
    }
  }
}
