package watertight.checker.alloy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import watertight.model.Cells;
import watertight.model.enclave.sgx.BlockedCell;
import watertight.model.enclave.sgx.Epcm;
import watertight.model.enclave.sgx.EpcmCell;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.Inside;
import watertight.model.enclave.sgx.ModeCell;
import watertight.model.enclave.sgx.Processor;
import watertight.model.enclave.sgx.Tcs;
import watertight.model.enclave.sgx.TcsCell;
import watertight.model.enclave.sgx.TlbCell;
import watertight.model.enclave.sgx.Translation;

/**
 * What {@code specs/alloy/sgx.als} says of a state, and what the model says, in the same words.
 *
 * @param cast which frame is which
 * @param processors which processor is which
 */
record SgxPicture(SgxCast cast, Map<String, Processor> processors) {
  /** The first difference. */
  Optional<String> difference(AlloyState there, Cells here) {
    for (Map.Entry<String, Frame> frame : cast.frames().entrySet()) {
      String said = page(there, frame.getKey());
      String is = page(here, frame.getValue());
      if (!said.equals(is)) {
        return Optional.of(
            "%s is %s in the specification, %s in the model".formatted(frame.getValue(), said, is));
      }
    }
    for (Map.Entry<String, Processor> one : processors.entrySet()) {
      String said = processor(there, one.getKey());
      String is = processor(here, one.getValue());
      if (!said.equals(is)) {
        return Optional.of(
            "%s runs %s in the specification, %s in the model".formatted(one.getValue(), said, is));
      }
    }
    return Optional.empty();
  }

  private static boolean has(AlloyState state, String set, String atom) {
    return state.atoms(set).contains(atom);
  }

  private String page(AlloyState state, String atom) {
    List<List<String>> type = state.of("type", atom);
    if (type.isEmpty()) {
      return "invalid";
    }
    List<List<String>> secs = state.of("secs", atom);
    List<List<String>> at = state.of("at", atom);
    String owner = secs.isEmpty() ? "none" : frame(secs.getFirst().getFirst()).toString();
    return "%s of %s at %x %s%s%s"
        .formatted(
            SgxCast.type(type.getFirst().getFirst()),
            owner,
            at.isEmpty() ? 0 : SgxCast.address(at.getFirst().getFirst()),
            SgxCast.rights(state, atom),
            has(state, "Blocked", atom) ? " blocked " + age(state, atom) : "",
            (has(state, "Active", atom) ? " active" : "")
                + (has(state, "Saved", atom) ? " saved" : ""));
  }

  private static int age(AlloyState state, String atom) {
    return has(state, "Longer", atom) ? 2 : has(state, "Once", atom) ? 1 : 0;
  }

  private static String page(Cells cells, Frame frame) {
    Epcm epcm = cells.get(new EpcmCell(frame));
    if (epcm == null) {
      return "invalid";
    }
    Tcs tcs = cells.get(new TcsCell(frame));
    boolean blocked = cells.has(new BlockedCell(frame));
    return "%s of %s at %x %s%s%s"
        .formatted(
            epcm.type(),
            epcm.secs() == null ? "none" : epcm.secs(),
            epcm.address(),
            epcm.rwx(),
            blocked ? " blocked " + cells.get(new BlockedCell(frame)).age() : "",
            tcs == null ? "" : (tcs.active() ? " active" : "") + (tcs.cssa() > 0 ? " saved" : ""));
  }

  private Frame frame(String atom) {
    return cast.frames().get(atom);
  }

  private String processor(AlloyState state, String atom) {
    Map<Long, String> kept = new TreeMap<>();
    for (List<String> entry : state.of("tlb", atom)) {
      TreeSet<Object> uses = new TreeSet<>();
      state.of("may", atom).stream()
          .filter(use -> use.getFirst().equals(entry.getFirst()))
          .forEach(use -> uses.add(SgxCast.use(use.getLast())));
      kept.put(SgxCast.address(entry.getFirst()), frame(entry.getLast()) + " " + uses);
    }
    List<List<String>> runs = state.of("runs", atom);
    String inside =
        runs.isEmpty()
            ? "nothing"
            : "%s with %s, %s, %s"
                .formatted(
                    frame(runs.getFirst().getFirst()),
                    frame(state.of("thread", atom).getFirst().getFirst()),
                    frame(state.of("area", atom).getFirst().getFirst()),
                    has(state, "Old", atom) ? 1 : 0);
    return inside + " " + kept;
  }

  private static String processor(Cells cells, Processor processor) {
    Map<Long, String> kept = new TreeMap<>();
    for (Translation one : cells.get(new TlbCell(processor)).entries()) {
      kept.put(one.page(), one.frame() + " " + new TreeSet<Object>(one.rwx().uses()));
    }
    Inside inside = cells.get(new ModeCell(processor));
    String runs =
        inside == null
            ? "nothing"
            : "%s with %s, %s, %s"
                .formatted(inside.secs(), inside.tcs(), inside.ssa(), inside.age());
    return runs + " " + kept;
  }
}
