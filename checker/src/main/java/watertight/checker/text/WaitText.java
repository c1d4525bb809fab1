package watertight.checker.text;

import java.util.List;
import java.util.Map;
import watertight.model.linux.Syscall;
import watertight.model.linux.process.WaitCall;

/** What wait4 tells, in the words of wait(2): {@code [{WIFSIGNALED, SIGKILL}]}. */
final class WaitText {
  private static final int STOPPED = 0x7f;
  private static final int GOES_ON = 0xffff;

  static final FlagNames OPTIONS =
      FlagNames.named(
          "an option of wait4",
          List.of(
              Map.entry("WNOHANG", (long) WaitCall.WNOHANG),
              Map.entry("WUNTRACED", (long) WaitCall.WUNTRACED),
              Map.entry("WSTOPPED", (long) WaitCall.WUNTRACED),
              Map.entry("WCONTINUED", (long) WaitCall.WCONTINUED),
              Map.entry("__WNOTHREAD", (long) WaitCall.WNOTHREAD),
              Map.entry("__WALL", (long) WaitCall.WALL),
              Map.entry("__WCLONE", WaitCall.WCLONE & 0xffffffffL)));

  private enum Sort {
    WIFEXITED,
    WIFSIGNALED,
    WIFSTOPPED,
    WIFCONTINUED
  }

  private static final Names<Sort> SORTS =
      Names.of("how a child ended or stopped", List.of(Sort.values()), Sort::name);

  private WaitText() {}

  static <C> Param<C> param() {
    return Params.out(
        (in, reading) -> {
          if (!TextOut.acceptNothing(in)) {
            reading.out(new Out.Waited(read(in)));
          }
          return null;
        },
        (call, writing) ->
            writing.out() instanceof Out.Waited(int status) ? "[{" + write(status) + "}]" : "NULL");
  }

  /** The options; a call that has not come back is taken to have none. */
  static Param<Syscall.Wait4> options() {
    return new Param<>() {
      @Override
      public Object read(Cursor in, Reading reading) {
        return OPTIONS.read(in);
      }

      @Override
      public String write(Syscall.Wait4 call, Writing writing) {
        return OPTIONS.write(call.options() & 0xffffffffL);
      }

      @Override
      public Object absent() {
        return 0L;
      }
    };
  }

  /** {@code [{WIFEXITED, 3}]}, or as strace has it: {@code [{WIFEXITED(s) && …(s) == 3}]}. */
  private static int read(Cursor in) {
    in.expect("[");
    in.expect("{");
    Sort sort = SORTS.read(in);
    boolean long_ = in.accept("(s)");
    if (sort != Sort.WIFCONTINUED) {
      if (long_) {
        in.expect("&&");
        in.skipBlanks();
        in.word();
        in.expect("(s)");
        in.expect("==");
      } else {
        in.expect(",");
      }
    }
    int status =
        switch (sort) {
          case WIFEXITED -> Numbers.within(in, "an exit status", 0, 255) << 8;
          case WIFSIGNALED -> SignalText.read(in);
          case WIFSTOPPED -> SignalText.read(in) << 8 | STOPPED;
          case WIFCONTINUED -> GOES_ON;
        };
    in.expect("}");
    in.expect("]");
    return status;
  }

  private static String write(int status) {
    int low = status & STOPPED;
    if (status == GOES_ON) {
      return "WIFCONTINUED";
    }
    if (low == STOPPED) {
      return "WIFSTOPPED, " + SignalText.write(status >> 8);
    }
    return low == 0
        ? "WIFEXITED, " + (status >> 8 & 0xff)
        : "WIFSIGNALED, " + SignalText.write(low);
  }
}
