package watertight.checker.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalSet;

/** Signals and sets of them, as strace writes them. */
final class SignalText {
  static final Names<Signal> SIGNALS =
      Names.of("a signal such as SIGTERM", Arrays.asList(Signal.values()), Signal::name);

  private static final Names<Signal> SHORT =
      Names.of("a signal such as TERM", Arrays.asList(Signal.values()), SignalText::bare);

  private SignalText() {}

  private static String bare(Signal signal) {
    return signal.name().substring("SIG".length());
  }

  /** A signal by its name; any number may stand there too. */
  static <C> Param<C> param(ToIntFunction<C> get) {
    return Params.simple((in, reading) -> read(in), (call, writing) -> write(get.applyAsInt(call)));
  }

  static int read(Cursor in) {
    return Numbers.next(in) ? Params.bits32(in, SIGNALS.kind()) : SIGNALS.read(in).number();
  }

  static String write(int number) {
    return Signal.of(number).map(Signal::name).orElse(Integer.toString(number));
  }

  /** {@code [USR1 TERM]}. */
  static SignalSet readSet(Cursor in) {
    SignalSet set = SignalSet.NONE;
    in.expect("[");
    while (!in.accept("]")) {
      set = set.with(SHORT.read(in));
      in.skipBlanks();
    }
    return set;
  }

  static String writeSet(SignalSet set) {
    List<Signal> signals = set.signals();
    return signals.stream().map(SignalText::bare).collect(Collectors.joining(" ", "[", "]"));
  }
}
