package watertight.checker.trace;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Via;
import watertight.model.enclave.sgx.World;

/**
 * Names frames by what is in them.
 *
 * @param world what there is
 * @param cells the state
 */
public record PageNames(World world, Cells cells) {
  /** The name of a frame: a page of an enclave, a SECS, a version array, or its number. */
  public Place named(Frame frame) {
    for (Place place : names()) {
      if (frame.equals(place.frame(world, cells))) {
        return place;
      }
    }
    return new Place.At(frame);
  }

  private List<Place> names() {
    List<Place> names = new ArrayList<>();
    for (Enclave enclave : world.enclaves()) {
      names.add(new Place.SecsOf(enclave.id()));
      enclave.pages().forEach(page -> names.add(new Place.PageOf(enclave.id(), page.address())));
    }
    for (int array = 0; array < world.epc(); array++) {
      names.add(new Place.VersionArray(array));
    }
    return names;
  }

  private Place named(Place place) {
    return place instanceof Place.At(Frame frame) ? named(frame) : place;
  }

  private Via named(Via via) {
    return switch (via) {
      case Via.Chosen chosen -> new Via.Chosen(named(chosen.place()), chosen.rwx());
      case Via.Tables tables -> tables;
    };
  }

  /** The action with every page that is not its target named. */
  public Action named(Action action) {
    return switch (action) {
      case Action.Access a ->
          new Action.Access(a.processor(), a.use(), a.address(), a.value(), named(a.via()));
      case Action.Enter e ->
          new Action.Enter(e.processor(), e.resume(), e.address(), named(e.tcs()), named(e.ssa()));
      case Action.Dma d -> new Action.Dma(d.use(), named(d.frame()), d.value());
      case Action.Tried t -> new Action.Tried(t.processor(), (Action.Leaf) named(t.leaf()));
      case Action.Eblock b -> new Action.Eblock(named(b.page()));
      case Action.Ewb w -> new Action.Ewb(named(w.page()), w.va(), w.slot(), w.keep());
      case Action.Eremove r -> new Action.Eremove(named(r.page()));
      case Action.Edbgrd r -> new Action.Edbgrd(named(r.page()));
      case Action.Eextend x -> new Action.Eextend(named(x.page()), x.chunk());
      case Action.WritePte w -> w;
      case Action.Exit e -> e;
      case Action.Interrupt i -> i;
      case Action.Report r -> r;
      case Action.GetKey k -> k;
      case Action.Ecreate c -> c;
      case Action.Eadd a -> a;
      case Action.Einit i -> i;
      case Action.Epa e -> e;
      case Action.Etrack t -> t;
      case Action.Eld l -> l;
    };
  }
}
