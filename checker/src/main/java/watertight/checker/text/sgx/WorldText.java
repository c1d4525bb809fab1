package watertight.checker.text.sgx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import watertight.checker.text.ByteText;
import watertight.checker.text.CText;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Tcs;
import watertight.model.enclave.sgx.World;

/** Writes the lines of a world. */
public final class WorldText {
  private WorldText() {}

  /** The lines, in the order in which they are read. */
  public static List<String> lines(World world) {
    List<String> lines = new ArrayList<>();
    lines.add("processors " + world.processors());
    lines.add("epc " + world.epc());
    lines.add("ram " + world.ram());
    lines.add("va %d slots=%d".formatted(world.versionArrays(), world.slots()));
    lines.add("keeps " + world.blobs());
    lines.add("registers " + (world.registers() ? "followed" : "ignored"));
    lines.add("tables " + (world.tables() ? "kept" : "chosen"));
    world.guarded().forEach(frame -> lines.add("guarded " + frame.id()));
    if (world.monitor()) {
      lines.add("monitor");
    }
    world.enclaves().forEach(enclave -> lines.add(line(enclave)));
    return lines;
  }

  private static String line(Enclave enclave) {
    StringBuilder line = new StringBuilder("enclave ").append(enclave);
    line.append(" base=").append(Pages.text(enclave.range().base()));
    line.append(" size=").append(Pages.text(enclave.range().size()));
    add(line, "reg", Threads.data(enclave).stream().map(WorldText::data).toList());
    List<Enclave.Page> threads = enclave.pages(PageType.TCS);
    add(line, "tcs", threads.stream().map(WorldText::thread).toList());
    add(line, "ssa", threads.stream().map(page -> Pages.text(Threads.of(page).ossa())).toList());
    threads.stream()
        .map(Threads::of)
        .mapToInt(Tcs::nssa)
        .filter(nssa -> nssa != 1)
        .findFirst()
        .ifPresent(nssa -> line.append(" nssa=").append(nssa));
    if (enclave.debug()) {
      line.append(" debug");
    }
    if (!enclave.built()) {
      line.append(" unbuilt");
    }
    return line.toString();
  }

  private static void add(StringBuilder line, String part, List<String> pages) {
    if (!pages.isEmpty()) {
      line.append(pages.stream().collect(Collectors.joining(",", " " + part + "=", "")));
    }
  }

  private static String thread(Enclave.Page page) {
    String rwx = page.info().rwx().toString();
    return Pages.text(page.address()) + (rwx.isEmpty() ? "" : ":" + rwx);
  }

  private static String data(Enclave.Page page) {
    String bytes = ((Content.Data) page.content()).bytes();
    return Pages.text(page.address())
        + ":"
        + ActionText.rights(page.info().rwx())
        + ":"
        + CText.quoted(ByteText.of(bytes))
        + (page.extended() ? "" : ":unmeasured");
  }
}
