package watertight.model.enclave.sgx.claim;

import java.util.ArrayList;
import java.util.List;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Range;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SecInfo;
import watertight.model.enclave.sgx.Tcs;
import watertight.model.enclave.sgx.World;

/** The worlds of the claims. Enclaves share BASEADDR, each in a process of its own. */
final class Worlds {
  static final long BASE = 0x10000;
  private static final Range RANGE = new Range(BASE, 4 * Pages.SIZE);

  private Worlds() {}

  /** A page of data. */
  static Enclave.Page data(int number, String rwx, String bytes) {
    return new Enclave.Page(
        BASE + number * Pages.SIZE,
        new SecInfo(PageType.REG, Rwx.of(rwx)),
        new Content.Data(bytes),
        true);
  }

  /** A page of data that is not measured, so that it may hold anything. */
  static Enclave.Page secret(int number) {
    return new Enclave.Page(
        BASE + number * Pages.SIZE,
        new SecInfo(PageType.REG, Rwx.RW),
        new Content.Data("s"),
        false);
  }

  /** A thread, whose author or loader asks for these rights, with its save area behind it. */
  static List<Enclave.Page> thread(int number, String rwx) {
    long ossa = BASE + (number + 1) * Pages.SIZE;
    return List.of(
        new Enclave.Page(
            BASE + number * Pages.SIZE,
            new SecInfo(PageType.TCS, Rwx.of(rwx)),
            new Content.Thread(new Tcs(false, 0, 1, ossa)),
            true),
        new Enclave.Page(ossa, new SecInfo(PageType.REG, Rwx.RW), new Content.Data(""), true));
  }

  /** An enclave with a thread and these pages of data. */
  static Enclave enclave(int id, Enclave.Page... data) {
    return enclave(id, false, true, "", data);
  }

  /** An enclave without a thread. */
  static Enclave pages(int id, boolean built, Enclave.Page... data) {
    return new Enclave(id, RANGE, false, built, List.of(data));
  }

  static Enclave enclave(
      int id, boolean debug, boolean built, String threadRights, Enclave.Page... data) {
    List<Enclave.Page> pages = new ArrayList<>(List.of(data));
    pages.addAll(thread(2, threadRights));
    return new Enclave(id, RANGE, debug, built, pages);
  }

  /** A world with so many free frames of EPC, and one frame of ordinary memory. */
  static World of(int processors, int spare, Enclave... enclaves) {
    return evicting(processors, spare, 0, 0, 0, enclaves);
  }

  /** A world with version arrays, in which the operating system keeps evicted pages. */
  static World evicting(
      int processors, int spare, int arrays, int slots, int blobs, Enclave... enclaves) {
    int used = arrays;
    for (Enclave enclave : enclaves) {
      used += 1 + enclave.pages().size();
    }
    return new World(
        processors,
        used + spare,
        1,
        arrays,
        slots,
        blobs,
        List.of(enclaves),
        false,
        false,
        List.of(),
        false);
  }

  /** No enclave: page tables in memory, a frame that the operating system must not read. */
  static World guarded(boolean monitor) {
    return new World(1, 0, 2, 0, 0, 0, List.of(), false, true, List.of(new Frame(1)), monitor);
  }
}
