package watertight.model.enclave.sgx;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may do what, and with what.
 *
 * @param may what parties may do
 * @param addresses the pages that code accesses
 * @param frames the frames that page tables lead to
 * @param values what is written
 */
public record Powers(
    Set<Power> may, List<Long> addresses, List<Frame> frames, List<String> values) {
  public Powers {
    may = Set.copyOf(may);
    addresses = List.copyOf(addresses);
    frames = List.copyOf(frames);
    values = List.copyOf(values);
  }

  /** An address outside every ELRANGE. */
  public static final long OUTSIDE = 0x1000;

  /** Every power, for runs that are told step by step. */
  public static final Powers ALL =
      new Powers(EnumSet.allOf(Power.class), List.of(), List.of(), List.of());

  /** These powers over every page that code can access, to every frame. */
  public static Powers of(World world, Set<Power> may, List<String> values) {
    List<Long> addresses =
        Stream.concat(
                world.enclaves().stream()
                    .flatMap(enclave -> enclave.pages().stream())
                    .filter(page -> !isSaveArea(world, page.address()))
                    .map(Enclave.Page::address),
                Stream.of(OUTSIDE))
            .distinct()
            .toList();
    return new Powers(may, addresses, world.allFrames(), values);
  }

  private static boolean isSaveArea(World world, long address) {
    return world.enclaves().stream()
        .flatMap(enclave -> enclave.pages(PageType.TCS).stream())
        .map(page -> ((Content.Thread) page.content()).tcs())
        .anyMatch(tcs -> new Range(tcs.ossa(), tcs.nssa() * Pages.SIZE).contains(address));
  }

  /** Whether a power is given. */
  public boolean has(Power power) {
    return may.contains(power);
  }
}
