package watertight.model.enclave.hostcall.posix;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.List;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Span;

/** What a host answers that keeps the promises, and knows which memory is the enclave's. */
public final class Honesty {
  private Honesty() {}

  /** Whether a host that does not lie may answer so. */
  public static boolean isHonest(Picture picture, HostCall call, Fields answer, Remembered knew) {
    return new Promises(picture.words()).allow(call, answer, knew)
        && apart(picture, memory(picture, call, answer, knew));
  }

  /** The memory that the answer speaks of. */
  private static Range memory(Picture picture, HostCall call, Fields answer, Remembered knew) {
    long ret = answer.get(RET);
    Range none = new Range(0, 0);
    if (call.name() == CallName.BRK) {
      long at = knew.breakAt().orElse(0);
      return ret == at ? none : new Range(at, call.argument(GROW));
    }
    if (ret < 0 && ret >= -picture.words().errors()) {
      return none;
    }
    if (call.name() == CallName.MMAP || call.name() == CallName.MREMAP) {
      return new Range(ret, call.argument(SIZE));
    }
    return call.name() == CallName.RECVMSG && answer.has(PTR)
        ? new Range(answer.get(PTR), Math.min(ret, call.vectors()))
        : none;
  }

  private static boolean apart(Picture picture, Range memory) {
    List<Span> spans = memory.spans(picture.words());
    boolean whole = spans.isEmpty() || (spans.size() == 1 && spans.getFirst().last() != -1);
    return whole && picture.inside(spans).isEmpty();
  }
}
