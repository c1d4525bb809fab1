package watertight.checker.text.sgx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import watertight.checker.text.Cursor;
import watertight.checker.text.HeadLines;
import watertight.checker.text.Numbers;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Range;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SecInfo;
import watertight.model.enclave.sgx.Tcs;

/** Reads an enclave: {@code base=… size=… reg=… tcs=… ssa=… nssa=… debug unbuilt}. */
final class EnclaveLine {
  private static final int MOST_SAVED = 4;
  private final Cursor in;
  private final HeadLines parts;
  private final List<Enclave.Page> data = new ArrayList<>();
  private final List<Enclave.Page> threads = new ArrayList<>();
  private final List<Long> saved = new ArrayList<>();
  private Long base;
  private Long size;
  private int nssa = 1;
  private boolean debug;
  private boolean built = true;

  EnclaveLine(Cursor in) {
    this.in = in;
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("base", after -> base = Operands.address(equal()));
    known.put("size", after -> size = Operands.address(equal()));
    known.put("reg", after -> list(() -> data.add(data())));
    known.put("tcs", after -> list(() -> threads.add(thread())));
    known.put("ssa", after -> list(() -> saved.add(Operands.page(in))));
    known.put("nssa", after -> nssa = Numbers.within(equal(), "a number of frames", 1, MOST_SAVED));
    known.put("debug", after -> debug = true);
    known.put("unbuilt", after -> built = false);
    parts =
        new HeadLines(
            Operands.names("a part of an enclave", known), java.util.Set.of(), "each part once");
  }

  private Cursor equal() {
    in.expect("=");
    return in;
  }

  private void list(Runnable one) {
    in.expect("=");
    do {
      one.run();
    } while (in.accept(","));
  }

  private Enclave.Page data() {
    long address = Operands.page(in);
    in.expect(":");
    Rwx rwx = Operands.rights(in);
    String bytes = in.accept(":\"") ? afterQuote() : "";
    boolean measured = !in.accept(":unmeasured");
    return new Enclave.Page(
        address, new SecInfo(PageType.REG, rwx), new Content.Data(bytes), measured);
  }

  private String afterQuote() {
    in.back(in.at() - 1);
    return Operands.bytes(in);
  }

  private Enclave.Page thread() {
    long address = Operands.page(in);
    Rwx rwx = in.accept(":") ? Operands.rights(in) : Rwx.NONE;
    return new Enclave.Page(
        address, new SecInfo(PageType.TCS, rwx), new Content.Thread(new Tcs(false, 0, 1, 0)), true);
  }

  Enclave read(int id) {
    int start = in.at();
    while (!in.atEnd()) {
      parts.read(in);
    }
    if (base == null || size == null) {
      throw in.expected("\"base=\" and \"size=\"");
    }
    check(start);
    List<Enclave.Page> pages = new ArrayList<>(data);
    for (int i = 0; i < threads.size(); i++) {
      addThread(pages, threads.get(i), saved.get(i));
    }
    Range range = new Range(base, size);
    for (Enclave.Page page : pages) {
      if (built && !range.contains(page.address())) {
        throw in.error(start, Pages.text(page.address()), "a page of the enclave's range");
      }
    }
    return new Enclave(id, range, debug, built, pages);
  }

  private void check(int start) {
    if (threads.size() != saved.size()) {
      throw in.error(start, "threads without save areas, or the other way", "as many of both");
    }
    if (built && (Long.bitCount(size) != 1 || (base & size - 1) != 0)) {
      throw in.error(start, "a range that no enclave has", "a power of two, and a multiple of it");
    }
    for (Enclave.Page page : data) {
      Rwx rwx = page.info().rwx();
      if (built && rwx.toString().startsWith("W")) {
        throw in.error(start, "a page to write and not to read", "both or none");
      }
    }
  }

  private void addThread(List<Enclave.Page> pages, Enclave.Page thread, long ossa) {
    Content content = new Content.Thread(new Tcs(false, 0, nssa, ossa));
    pages.add(new Enclave.Page(thread.address(), thread.info(), content, true));
    for (int i = 0; i < nssa; i++) {
      pages.add(
          new Enclave.Page(
              ossa + i * Pages.SIZE,
              new SecInfo(PageType.REG, Rwx.RW),
              new Content.Data(""),
              true));
    }
  }
}
