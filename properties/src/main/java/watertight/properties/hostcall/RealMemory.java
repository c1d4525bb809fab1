package watertight.properties.hostcall;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.properties.hostcall.Draw.PAGE;

import java.util.List;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.Range;
import watertight.properties.hostcall.RealWorld.Kind;

/** Calls about memory. What is given back, moved, or fixed lies in what the run has mapped. */
final class RealMemory {
  private static final long MAP_SHARED = 1;
  private static final long MAP_PRIVATE = 2;
  private static final long MAP_ANONYMOUS = 0x20;
  private static final long HUGE = 1L << 46;

  private final Draw draw;

  RealMemory(Draw draw) {
    this.draw = draw;
  }

  /** Asks where the break is, for an address, or for more; never for less. */
  RealStep brk() {
    long at = draw.world.breakAt();
    long grow = draw.once(2) ? draw.one(1L, 16L, PAGE, 5 * PAGE, HUGE, Long.MAX_VALUE) : 0;
    long address = at == 0 || grow != 0 ? 0 : draw.one(0L, PAGE, at, at + 1, at + 3 * PAGE, -1L);
    long target = grow == 0 ? address : at + grow;
    return Calls.call(
        CallName.BRK, Fields.NONE.with(ADDR, address).with(GROW, at == 0 ? 0 : grow), target);
  }

  RealStep mmap() {
    return draw.once(4) ? fixed() : anywhere();
  }

  private RealStep anywhere() {
    long hint = draw.one(0L, 0L, draw.world.playground().start(), enclave(), PAGE + 1, -PAGE);
    Fields asked = Fields.NONE.with(ADDR, hint).with(SIZE, size());
    boolean anonymous = !draw.once(3);
    return Calls.call(
        CallName.MMAP,
        asked,
        draw.upTo(3),
        draw.one(MAP_SHARED, MAP_PRIVATE, 0L) | (anonymous ? MAP_ANONYMOUS : 0),
        anonymous ? -1 : draw.fd(Kind.FILE, Kind.PIPE, Kind.DIRECTORY),
        draw.one(0L, 0L, 0L, PAGE, 5L, -PAGE));
  }

  private long enclave() {
    return draw.world.picture().enclave().start();
  }

  private long size() {
    return draw.once(8) ? draw.one(0L, -1L, -PAGE, HUGE, 1L << 47) : 1 + draw.upTo(4 * 4096);
  }

  /** In the playground, or where there can be no mapping. */
  private RealStep fixed() {
    long pages = draw.upTo(40);
    long address = draw.world.playground().start() + PAGE * pages + (draw.once(6) ? 5 : 0);
    boolean none = draw.once(8);
    Fields asked =
        Fields.NONE
            .with(ADDR, none ? -PAGE : address)
            .with(SIZE, none ? 2 * PAGE : draw.upTo(4 * 4096))
            .with(FLAGS, Constants.MAP_FIXED);
    return Calls.call(CallName.MMAP, asked, draw.upTo(3), MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  }

  /** A part of what the run has mapped. */
  private Range part() {
    List<Range> own = draw.world.own();
    if (own.isEmpty()) {
      return new Range(0, 0);
    }
    Range whole = draw.one(own);
    long pages = Math.min(whole.length() / PAGE, 16);
    long skipped = draw.once(2) ? 0 : draw.upTo((int) pages - 1);
    return new Range(
        whole.start() + PAGE * skipped, PAGE * (1 + draw.upTo((int) (pages - skipped - 1))));
  }

  RealStep munmap() {
    Range part = part();
    long size = draw.once(6) ? draw.one(0L, -1L) : part.length() - draw.upTo(100);
    Fields asked = Fields.NONE.with(ADDR, part.start() + (draw.once(8) ? 5 : 0)).with(SIZE, size);
    return Calls.call(CallName.MUNMAP, asked);
  }

  RealStep mremap() {
    Range part = part();
    long size = draw.once(8) ? draw.one(0L, -1L, HUGE) : 1 + draw.upTo(8 * 4096);
    Fields asked =
        Fields.NONE
            .with(ADDR, part.start() + (draw.once(8) ? 5 : 0))
            .with(OLD_SIZE, draw.once(10) ? 0 : part.length())
            .with(SIZE, size)
            .with(FLAGS, draw.once(10) ? 8 : draw.one(0L, Constants.MREMAP_MAYMOVE));
    return Calls.call(CallName.MREMAP, asked);
  }
}
