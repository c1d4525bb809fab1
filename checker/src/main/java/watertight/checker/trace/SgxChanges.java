package watertight.checker.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import watertight.model.Cells;
import watertight.model.enclave.sgx.Blob;
import watertight.model.enclave.sgx.BlobCell;
import watertight.model.enclave.sgx.Blocked;
import watertight.model.enclave.sgx.BlockedCell;
import watertight.model.enclave.sgx.DataCell;
import watertight.model.enclave.sgx.Epcm;
import watertight.model.enclave.sgx.EpcmCell;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.Inside;
import watertight.model.enclave.sgx.ModeCell;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Processor;
import watertight.model.enclave.sgx.Pte;
import watertight.model.enclave.sgx.PteCell;
import watertight.model.enclave.sgx.RegistersCell;
import watertight.model.enclave.sgx.Secs;
import watertight.model.enclave.sgx.SecsCell;
import watertight.model.enclave.sgx.SlotCell;
import watertight.model.enclave.sgx.Tcs;
import watertight.model.enclave.sgx.TcsCell;
import watertight.model.enclave.sgx.TlbCell;
import watertight.model.enclave.sgx.World;

/**
 * What is different after a step of the SGX machine.
 *
 * @param world what there is
 * @param before the state before it
 * @param after the state after it
 */
public record SgxChanges(World world, Cells before, Cells after) {
  /** Every difference. */
  public List<TraceStep.Change> all() {
    Map<String, String> was = seen(before);
    Map<String, String> is = seen(after);
    Map<String, String> every = new TreeMap<>(was);
    every.putAll(is);
    List<TraceStep.Change> changes = new ArrayList<>();
    for (String what : every.keySet()) {
      String from = was.getOrDefault(what, "");
      String to = is.getOrDefault(what, "");
      if (!from.equals(to)) {
        changes.add(new TraceStep.Change(what, from, to));
      }
    }
    return changes;
  }

  private Map<String, String> seen(Cells cells) {
    Map<String, String> seen = new TreeMap<>();
    for (Frame frame : world.allFrames()) {
      put(seen, frame + " holds", cells.get(new DataCell(frame)));
    }
    for (Frame frame : world.epcFrames()) {
      page(seen, cells, frame);
    }
    world.allProcessors().forEach(processor -> processor(seen, cells, processor));
    for (int place = 0; place < world.blobs(); place++) {
      Blob blob = cells.get(new BlobCell(place));
      put(seen, "@b" + place, blob == null ? "" : text(blob));
    }
    tables(seen, cells);
    return seen;
  }

  private static void put(Map<String, String> seen, String what, String text) {
    if (!text.isEmpty()) {
      seen.put(what, text);
    }
  }

  /** An entry of the EPCM, in words. */
  public static String entry(Cells cells, Frame frame) {
    Epcm epcm = cells.get(new EpcmCell(frame));
    if (epcm == null) {
      return "invalid";
    }
    String owner = "";
    if (epcm.secs() != null) {
      int enclave = cells.view(new SecsCell(epcm.secs()), new SecsCell.Enclave());
      owner = " E%d %s".formatted(enclave + 1, Pages.text(epcm.address()));
    }
    Blocked blocked = cells.get(new BlockedCell(frame));
    String rights = epcm.rwx().toString();
    return epcm.type()
        + owner
        + (rights.isEmpty() ? "" : " " + rights)
        + (blocked == null ? "" : " BLOCKED");
  }

  private void page(Map<String, String> seen, Cells cells, Frame frame) {
    put(seen, frame + " EPCM", entry(cells, frame));
    Tcs tcs = cells.get(new TcsCell(frame));
    if (tcs != null) {
      seen.put(frame + " TCS", (tcs.active() ? "active" : "free") + ", CSSA " + tcs.cssa());
    }
    Secs secs = cells.get(new SecsCell(frame));
    if (secs != null) {
      seen.put(frame + " SECS", "EID " + secs.eid() + (secs.init() ? ", INIT" : ""));
    }
    for (int slot = 0; slot < world.slots(); slot++) {
      Integer version = cells.get(new SlotCell(frame, slot));
      if (version != null) {
        boolean dead = version == SlotCell.OF_NOTHING;
        seen.put(frame + " slot " + slot, dead ? "a version" : "the version of @b" + version);
      }
    }
  }

  private static void processor(Map<String, String> seen, Cells cells, Processor processor) {
    Inside inside = cells.get(new ModeCell(processor));
    if (inside != null) {
      int enclave = cells.view(new SecsCell(inside.secs()), new SecsCell.Enclave());
      String age = inside.age() == 0 ? "" : ", entered %d epochs ago".formatted(inside.age());
      seen.put(processor + " runs", "E" + (enclave + 1) + " with TCS in " + inside.tcs() + age);
    }
    String kept =
        cells.get(new TlbCell(processor)).entries().stream()
            .map(one -> Pages.text(one.page()) + " -> " + one.frame() + " " + one.rwx())
            .collect(Collectors.joining(", "));
    put(seen, processor + " TLB", kept);
    put(seen, processor + " registers", cells.get(new RegistersCell(processor)));
  }

  private static String text(Blob blob) {
    String owner = blob.origin() < 0 ? "" : " E%d ".formatted(blob.origin() + 1);
    return blob.type() + owner + Pages.text(blob.address()) + (blob.latest() ? "" : ", old");
  }

  private void tables(Map<String, String> seen, Cells cells) {
    int processes = Math.max(1, world.enclaves().size());
    for (int process = 0; process < processes; process++) {
      for (long page : pages()) {
        Pte pte = cells.get(new PteCell(process, page));
        put(
            seen,
            "process %d page %s".formatted(process, Pages.text(page)),
            pte == null ? "" : pte.toString());
      }
    }
  }

  private List<Long> pages() {
    List<Long> pages = new ArrayList<>(List.of(watertight.model.enclave.sgx.Powers.OUTSIDE));
    world.enclaves().forEach(e -> e.pages().forEach(page -> pages.add(page.address())));
    return pages.stream().distinct().toList();
  }
}
