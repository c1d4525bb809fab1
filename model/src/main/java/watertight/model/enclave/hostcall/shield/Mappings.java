package watertight.model.enclave.hostcall.shield;

import static watertight.model.enclave.hostcall.Field.*;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.Optional;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Words;

/**
 * New memory. Ranges are compared by their ends, as code does it: that is right only once they are
 * known not to wrap, so the order of the checks matters.
 */
final class Mappings {
  private Mappings() {}

  /** man 2 brk (C library/kernel differences): the new break, or the current one on failure. */
  static Optional<HostcallGuards> breakAsAsked(Answered a) {
    long asked = askedBreak(a);
    boolean query = a.argument(GROW) == 0 && a.argument(ADDR) == 0;
    boolean old = oldBreakPasses(a) && a.ret() == a.knew().breakAt().orElse(asked);
    return a.refuse(BREAK_AS_ASKED, !query && a.ret() != asked && !old);
  }

  /** Away: the break must move, which is too strict. */
  private static boolean oldBreakPasses(Answered a) {
    return a.guards().has(OLD_BREAK_PASSES);
  }

  private static long askedBreak(Answered a) {
    return a.argument(GROW) == 0
        ? a.argument(ADDR)
        : a.words().plus(a.knew().breakAt().orElse(0), a.argument(GROW));
  }

  /** man 2 mmap: page-aligned. */
  static Optional<HostcallGuards> pageAligned(Answered a) {
    return a.refuse(MAPPING_PAGE_ALIGNED, !a.words().isAligned(a.ret()));
  }

  /** p + n does not overflow. */
  static Optional<HostcallGuards> notWrapped(Answered a) {
    Range got = got(a);
    boolean wraps = got.length() != 0 && !Words.below(got.start(), got.end(a.words()));
    return a.refuse(MAPPING_NOT_WRAPPED, wraps);
  }

  /** No byte of the enclave: p + n <= base or top <= p. */
  static Optional<HostcallGuards> missesEnclave(Answered a) {
    long slack = a.slack(MAPPING_MISSES_ENCLAVE);
    return a.refuse(MAPPING_MISSES_ENCLAVE, meet(a, got(a), a.picture().enclave(), slack));
  }

  /** No byte of a live mapping, but for MAP_FIXED, which replaces, and for what is moved. */
  static Optional<HostcallGuards> missesLive(Answered a) {
    long slack = a.slack(MAPPING_MISSES_LIVE);
    boolean replaces = a.call().name() == CallName.MMAP && a.call().hasFlag(Constants.MAP_FIXED);
    boolean meets = others(a).live().stream().anyMatch(live -> meet(a, got(a), live, slack));
    return a.refuse(MAPPING_MISSES_LIVE, !replaces && meets);
  }

  /** What stays where it is, whatever the answer. */
  private static Remembered others(Answered a) {
    return a.call().name() == CallName.MREMAP
        ? a.knew().without(a.words(), new Range(a.argument(ADDR), a.argument(OLD_SIZE)))
        : a.knew();
  }

  /** man 2 mmap, MAP_FIXED: exactly that address. */
  static Optional<HostcallGuards> asFixed(Answered a) {
    return a.refuse(
        MAPPING_AS_FIXED, a.call().hasFlag(Constants.MAP_FIXED) && a.ret() != a.argument(ADDR));
  }

  /** man 2 mremap: moved only with MREMAP_MAYMOVE. */
  static Optional<HostcallGuards> stays(Answered a) {
    return a.refuse(
        MAPPING_STAYS, !a.call().hasFlag(Constants.MREMAP_MAYMOVE) && a.ret() != a.argument(ADDR));
  }

  /** The new memory: for brk what it grew by, where it grew. */
  private static Range got(Answered a) {
    if (a.call().name() != CallName.BRK) {
      return new Range(a.ret(), a.argument(SIZE));
    }
    boolean grew = a.argument(GROW) != 0 && a.ret() == askedBreak(a);
    return new Range(a.knew().breakAt().orElse(0), grew ? a.argument(GROW) : 0);
  }

  private static boolean meet(Answered a, Range one, Range other, long slack) {
    return one.length() != 0
        && Words.below(one.start(), other.end(a.words()))
        && Words.below(other.start() + slack, one.end(a.words()));
  }
}
