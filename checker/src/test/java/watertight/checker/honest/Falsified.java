package watertight.checker.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import watertight.checker.kernel.HostcallKernel;
import watertight.model.enclave.hostcall.CallName;

/**
 * A kernel whose answers to one call are falsified where it succeeded.
 *
 * @param real the kernel
 * @param call which call
 * @param falsify makes of what was asked and answered what is handed on
 */
record Falsified(HostcallKernel real, CallName call, UnaryOperator<Exchange> falsify)
    implements HostcallKernel {
  /** What was asked, argument by argument, and what was answered, field by field. */
  record Exchange(List<Long> asked, List<Long> answer) {
    long argument(int at) {
      return asked.get(1 + at);
    }

    long field(int at) {
      return answer.get(at);
    }

    /** As this, with another answer in one field. */
    Exchange with(int field, long value) {
      List<Long> other = new ArrayList<>(answer);
      other.set(field, value);
      return new Exchange(asked, other);
    }

    /** As this, with another result. */
    Exchange ret(long value) {
      return with(0, value);
    }
  }

  @Override
  public List<Long> ask(List<Long> words) {
    List<Long> answer = real.ask(words);
    boolean meant = words.getFirst() == call.ordinal() && answer.getFirst() >= 0;
    return meant ? falsify.apply(new Exchange(words, answer)).answer() : answer;
  }

  @Override
  public Memory memory() {
    return real.memory();
  }

  @Override
  public String text() {
    return real.text();
  }

  @Override
  public void close() {
    real.close();
  }
}
