package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.Range;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SecInfo;
import watertight.model.enclave.sgx.Tcs;
import watertight.model.enclave.sgx.Use;
import watertight.model.enclave.sgx.World;

/**
 * The world in which an instance of {@code specs/alloy/sgx.als} begins, and which of its frames is
 * which atom.
 *
 * @param world what there is
 * @param frames the frames, by their atoms
 */
record SgxCast(World world, Map<String, Frame> frames) {
  private static final Range RANGE = new Range(0x10000, 0x10000);
  private static final long THREAD = RANGE.base();
  private static final long SAVED = THREAD + Pages.SIZE;

  /** What an instance begins with: the leaves that make it fill the frames in order. */
  static SgxCast of(AlloyState start, int processors) {
    Map<String, Frame> frames = new LinkedHashMap<>();
    List<Enclave> enclaves = new ArrayList<>();
    for (String secs : ofType(start, "Secs")) {
      add(frames, secs);
      List<Enclave.Page> pages = new ArrayList<>();
      for (String page : start.atoms("Epc").stream().sorted().toList()) {
        if (start.of("secs", page).contains(List.of(secs))) {
          add(frames, page);
          pages.add(page(start, page));
        }
      }
      enclaves.add(new Enclave(enclaves.size(), RANGE, false, true, pages));
    }
    ofType(start, "Va").forEach(array -> add(frames, array));
    start.atoms("Epc").stream()
        .sorted()
        .filter(frame -> !frames.containsKey(frame))
        .forEach(frame -> add(frames, frame));
    int epc = frames.size();
    add(frames, "Ram$0");
    World world = new World(processors, epc, 1, 1, 1, 1, enclaves, false, false, List.of(), false);
    return new SgxCast(world, frames);
  }

  private static void add(Map<String, Frame> frames, String atom) {
    frames.put(atom, new Frame(frames.size()));
  }

  private static List<String> ofType(AlloyState start, String type) {
    return start.tuples("type").stream()
        .filter(tuple -> AlloyNames.kind(tuple.getLast()).equals(type))
        .map(List::getFirst)
        .sorted()
        .toList();
  }

  private static Enclave.Page page(AlloyState start, String page) {
    PageType type = type(start.of("type", page).getFirst().getFirst());
    long address = address(start.of("at", page).getFirst().getFirst());
    Content content =
        type == PageType.TCS
            ? new Content.Thread(new Tcs(false, 0, 1, SAVED))
            : new Content.Data("s");
    return new Enclave.Page(address, new SecInfo(type, rights(start, page)), content, true);
  }

  /** The rights of a page in a state. */
  static Rwx rights(AlloyState state, String page) {
    return new Rwx(
        state.of("can", page).stream()
            .map(List::getFirst)
            .map(SgxCast::use)
            .collect(Collectors.toSet()));
  }

  /** The address of an atom. */
  static long address(String atom) {
    return switch (AlloyNames.kind(atom)) {
      case "Outside" -> Powers.OUTSIDE;
      case "ThreadAt" -> THREAD;
      case "SavedAt" -> SAVED;
      default -> SAVED + (1 + number(atom)) * Pages.SIZE;
    };
  }

  private static long number(String atom) {
    return Long.parseLong(atom.substring(atom.indexOf('$') + 1));
  }

  /** The use of an atom. */
  static Use use(String atom) {
    return switch (AlloyNames.kind(atom)) {
      case "Read" -> Use.READ;
      case "Write" -> Use.WRITE;
      default -> Use.FETCH;
    };
  }

  /** The type of an atom. */
  static PageType type(String atom) {
    return switch (AlloyNames.kind(atom)) {
      case "Secs" -> PageType.SECS;
      case "Tcs" -> PageType.TCS;
      case "Va" -> PageType.VA;
      default -> PageType.REG;
    };
  }
}
