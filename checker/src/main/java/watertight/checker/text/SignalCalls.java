package watertight.checker.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.Disposition;
import watertight.model.linux.signal.SignalSet;

/** How the calls on signals are written. */
final class SignalCalls {
  private static final String HANDLER = "handler";
  private static final long SA_RESTART = 0x10000000L;
  private static final long SA_RESTORER = 0x04000000L;

  private static final FlagNames FLAGS =
      FlagNames.named(
          "a flag of sigaction",
          List.of(
              Map.entry("SA_NOCLDSTOP", 1L),
              Map.entry("SA_NOCLDWAIT", 2L),
              Map.entry("SA_RESTART", SA_RESTART),
              Map.entry("SA_RESTORER", SA_RESTORER)));

  private static final Names<Integer> WAYS =
      Names.ordered(
          "a way to change the mask",
          Map.entry("SIG_BLOCK", 0),
          Map.entry("SIG_UNBLOCK", 1),
          Map.entry("SIG_SETMASK", 2));

  static final CallForm<Syscall.Kill> KILL =
      CallForm.of(
          "kill",
          a -> new Syscall.Kill(a.number(0), a.number(1)),
          Params.number("a process", Syscall.Kill::pid),
          SignalText.param(Syscall.Kill::signal));

  static final CallForm<Syscall.Tgkill> TGKILL =
      CallForm.of(
          "tgkill",
          a -> new Syscall.Tgkill(a.number(0), a.number(1), a.number(2)),
          Params.number("a process", Syscall.Tgkill::tgid),
          Params.number("a thread", Syscall.Tgkill::tid),
          SignalText.param(Syscall.Tgkill::signal));

  static final CallForm<Syscall.PidfdOpen> PIDFD_OPEN =
      CallForm.of(
          "pidfd_open",
          a -> new Syscall.PidfdOpen(a.number(0), a.bits(1)),
          Params.number("a process", Syscall.PidfdOpen::pid),
          Params.flags(FlagNames.PIDFD_OPEN, Syscall.PidfdOpen::flags));

  static final CallForm<Syscall.PidfdSendSignal> PIDFD_SEND_SIGNAL =
      CallForm.of(
          "pidfd_send_signal",
          a -> new Syscall.PidfdSendSignal(a.number(0), a.number(1), a.bits(3)),
          Params.fd(Syscall.PidfdSendSignal::pidfd),
          SignalText.param(Syscall.PidfdSendSignal::signal),
          Params.word("the siginfo to send", "NULL", Set.of()),
          Params.flags(FlagNames.PIDFD_SIGNAL, Syscall.PidfdSendSignal::flags));

  static final CallForm<Syscall.RtSigaction> RT_SIGACTION =
      CallForm.of(
          "rt_sigaction",
          a -> a.as(Action.class, 1).call(a.number(0)),
          SignalText.param(Syscall.RtSigaction::signal),
          Params.simple((in, reading) -> Action.read(in), (call, writing) -> Action.write(call)),
          Params.word("the old action", "NULL", Set.of()),
          Params.word("the size of a set", "8", Set.of()));

  static final CallForm<Syscall.RtSigprocmask> RT_SIGPROCMASK =
      CallForm.of(
          "rt_sigprocmask",
          a -> new Syscall.RtSigprocmask(a.number(0), a.as(SignalSet.class, 1)),
          Params.simple((in, reading) -> readWay(in), (call, writing) -> way(call.how())),
          Params.simple(
              (in, reading) -> SignalText.readSet(in),
              (call, writing) -> SignalText.writeSet(call.set())),
          Params.word("the old set", "NULL", Set.of()),
          Params.word("the size of a set", "8", Set.of()));

  private SignalCalls() {}

  private static int readWay(Cursor in) {
    return Numbers.next(in) ? Params.bits32(in, WAYS.kind()) : WAYS.read(in);
  }

  private static String way(int how) {
    return WAYS.known().entrySet().stream()
        .filter(entry -> entry.getValue() == how)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Integer.toString(how));
  }

  /** The structure of sigaction as it comes. */
  private static final class Action {
    private Disposition disposition = Disposition.DEFAULT;
    private long flags;

    static Action read(Cursor in) {
      Action action = new Action();
      Struct.of("struct sigaction")
          .must("sa_handler", cursor -> action.disposition = readHandler(cursor))
          .must("sa_mask", Action::readNoMask)
          .must("sa_flags", cursor -> action.flags = FLAGS.read(cursor))
          .may("sa_restorer", cursor -> Numbers.bits(cursor, "an address"))
          .read(in);
      return action;
    }

    private static void readNoMask(Cursor in) {
      int place = in.at();
      if (!SignalText.readSet(in).isEmpty()) {
        throw in.error(place, "a mask for the handler, which is not in this version", "[]");
      }
    }

    private static Disposition readHandler(Cursor in) {
      if (Numbers.next(in)) {
        Numbers.bits(in, "an address");
        return Disposition.HANDLED;
      }
      return Names.ordered(
              "what the signal does",
              Map.entry("SIG_DFL", Disposition.DEFAULT),
              Map.entry("SIG_IGN", Disposition.IGNORED),
              Map.entry(HANDLER, Disposition.HANDLED))
          .read(in);
    }

    Syscall.RtSigaction call(int signal) {
      return new Syscall.RtSigaction(signal, disposition, flags & ~(SA_RESTART | SA_RESTORER));
    }

    static String write(Syscall.RtSigaction call) {
      String handler =
          switch (call.disposition()) {
            case DEFAULT -> "SIG_DFL";
            case IGNORED -> "SIG_IGN";
            case HANDLED -> HANDLER;
          };
      boolean handled = call.disposition() == Disposition.HANDLED;
      String flags = FLAGS.write(call.flags() | (handled ? SA_RESTART : 0));
      return "{sa_handler=" + handler + ", sa_mask=[], sa_flags=" + flags + "}";
    }
  }
}
