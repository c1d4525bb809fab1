package watertight.checker.smt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Processor;
import watertight.model.enclave.sgx.Range;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SecInfo;
import watertight.model.enclave.sgx.Tcs;
import watertight.model.enclave.sgx.Use;
import watertight.model.enclave.sgx.Via;
import watertight.model.enclave.sgx.World;

/**
 * Makes a world of what Z3 found for {@code specs/smt/sgx-access.smt2}: the enclave that the
 * processor runs, the page that it reaches, another enclave where the page belongs to one.
 */
final class AccessReader {
  private static final Processor P0 = new Processor(0);

  private final Valuation found;
  private final Range range;
  private final PageType type;
  private final long address;
  private final boolean own;
  private final List<Long> thread;

  private AccessReader(Valuation found) {
    this.found = found;
    this.range = new Range(AccessText.number(found, "base"), AccessText.number(found, "size"));
    this.type = PageType.valueOf(found.of("(type e)").toUpperCase(Locale.ROOT));
    this.address = AccessText.number(found, "(address e)");
    this.own = !AccessText.is(found, "in-enclave") || AccessText.is(found, "(belongs e active)");
    this.thread =
        LongStream.range(0, 3)
            .map(number -> range.base() + number * Pages.SIZE)
            .filter(page -> page != address)
            .boxed()
            .toList();
  }

  /** The access; its entry of the EPCM must be one that leaves make. */
  static AccessRun read(Valuation found) {
    AccessReader reader = new AccessReader(found);
    AccessOutcome outcome = AccessOutcome.ofWord(found.of("outcome"));
    return new AccessRun(reader.world(), reader.access(), outcome);
  }

  /** The debug read of the page. */
  static AccessRun readDebug(Valuation found) {
    AccessReader reader = new AccessReader(found);
    AccessOutcome outcome =
        AccessText.is(reader.found, "debug-read") ? AccessOutcome.DONE : AccessOutcome.PAGE_FAULT;
    List<Action> actions = List.of(new Action.Edbgrd(reader.place()));
    return new AccessRun(reader.world(), actions, outcome);
  }

  private boolean isAdded() {
    return AccessText.is(found, "(valid e)") && type.isRegOrTcs();
  }

  private World world() {
    List<Enclave> enclaves = new ArrayList<>();
    enclaves.add(enclave(0, isAdded() && own, true));
    if (isAdded() && !own) {
      enclaves.add(enclave(1, true, false));
    }
    int arrays = type == PageType.VA ? 1 : 0;
    int used = arrays + enclaves.stream().mapToInt(one -> 1 + one.pages().size()).sum();
    return new World(1, used + 1, 1, arrays, 1, 0, enclaves, false, false, List.of(), false);
  }

  private Enclave enclave(int id, boolean withPage, boolean withThread) {
    List<Enclave.Page> pages = new ArrayList<>();
    if (withPage) {
      pages.add(page(address, type, AccessText.rights(found, "(gives e)")));
    }
    if (withThread) {
      pages.add(page(thread.getFirst(), PageType.TCS, Rwx.NONE));
      pages.add(page(thread.getLast(), PageType.REG, Rwx.RW));
    }
    return new Enclave(id, range, AccessText.is(found, "debug"), true, pages);
  }

  private Enclave.Page page(long at, PageType type, Rwx rights) {
    Content content =
        type == PageType.TCS
            ? new Content.Thread(new Tcs(false, 0, 1, thread.getLast()))
            : new Content.Data("s");
    return new Enclave.Page(at, new SecInfo(type, rights), content, true);
  }

  /** The page at the physical address. */
  private Place place() {
    int spare = world().epc() - 1;
    if (!AccessText.is(found, "cached")) {
      return new Place.At(new Frame(spare + 1));
    }
    if (!AccessText.is(found, "(valid e)")) {
      return new Place.At(new Frame(spare));
    }
    return switch (type) {
      case SECS -> new Place.SecsOf(0);
      case REG, TCS -> new Place.PageOf(own ? 0 : 1, address);
      case VA -> new Place.VersionArray(0);
      case TRIM -> throw new IllegalArgumentException("no leaf of SGX1 makes a PT_TRIM");
    };
  }

  private List<Action> access() {
    List<Action> actions = new ArrayList<>();
    if (isAdded() && AccessText.is(found, "(blocked e)")) {
      actions.add(new Action.Eblock(place()));
    }
    if (AccessText.is(found, "in-enclave")) {
      Via tcs = new Via.Chosen(new Place.PageOf(0, thread.getFirst()), Rwx.ALL);
      Via ssa = new Via.Chosen(new Place.PageOf(0, thread.getLast()), Rwx.ALL);
      actions.add(new Action.Enter(P0, false, thread.getFirst(), tcs, ssa));
    }
    Use use = AccessText.use(found);
    String value = use == Use.WRITE ? "1" : null;
    Via walk = new Via.Chosen(place(), AccessText.rights(found, "pte"));
    actions.add(new Action.Access(P0, use, AccessText.number(found, "la"), value, walk));
    return actions;
  }
}
