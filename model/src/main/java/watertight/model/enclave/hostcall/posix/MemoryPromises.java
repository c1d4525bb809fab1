package watertight.model.enclave.hostcall.posix;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.List;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Span;
import watertight.model.enclave.hostcall.Words;

/**
 * New memory is fresh memory.
 *
 * @param words how large words are
 * @param call the call
 * @param knew what the caller had before
 */
record MemoryPromises(Words words, HostCall call, Remembered knew) {
  /** The break as it was asked for, or as it was; the first time wherever it is. */
  boolean brk(long ret) {
    long at = knew.breakAt().orElse(0);
    if (call.argument(GROW) != 0) {
      long grown = words.word(at + call.argument(GROW));
      return ret == at || (ret == grown && isFresh(new Range(at, call.argument(GROW)), List.of()));
    }
    return call.argument(ADDR) == 0
        || ret == call.argument(ADDR)
        || (knew.breakAt().isPresent() && ret == at);
  }

  boolean mmap(long ret) {
    boolean fixed = (call.argument(FLAGS) & Constants.MAP_FIXED) != 0;
    Range got = new Range(ret, call.argument(SIZE));
    return ret % words.page() == 0
        && (fixed ? ret == call.argument(ADDR) && isWhole(got) : isFresh(got, List.of()));
  }

  boolean mremap(long ret) {
    boolean stays = (call.argument(FLAGS) & Constants.MREMAP_MAYMOVE) == 0;
    List<Span> moved = new Range(call.argument(ADDR), call.argument(OLD_SIZE)).spans(words);
    return ret % words.page() == 0
        && isFresh(new Range(ret, call.argument(SIZE)), moved)
        && (!stays || ret == call.argument(ADDR));
  }

  /** In one piece, with an address behind it. */
  private boolean isWhole(Range got) {
    List<Span> spans = got.spans(words);
    return spans.isEmpty() || (spans.size() == 1 && spans.getFirst().last() != -1);
  }

  /** In one piece, and apart from all that is there but for {@code moved}. */
  private boolean isFresh(Range got, List<Span> moved) {
    List<Span> there = knew.live().stream().flatMap(live -> live.spans(words).stream()).toList();
    List<Span> others = Span.beside(there, moved);
    return isWhole(got)
        && got.spans(words).stream().noneMatch(one -> others.stream().anyMatch(one::meets));
  }
}
