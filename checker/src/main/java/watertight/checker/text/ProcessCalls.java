package watertight.checker.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.linux.Syscall;
import watertight.model.linux.process.RebootCall;

/** How the calls on processes, groups and sessions are written. */
final class ProcessCalls {
  static final CallForm<Syscall.ExitGroup> EXIT_GROUP =
      CallForm.of(
          "exit_group",
          a -> new Syscall.ExitGroup(a.number(0)),
          Params.number("a status", Syscall.ExitGroup::status));

  static final CallForm<Syscall.Wait4> WAIT4 =
      CallForm.of(
          "wait4",
          a -> new Syscall.Wait4(a.number(0), (int) a.bits(2)),
          Params.number("a process", Syscall.Wait4::pid),
          WaitText.param(),
          WaitText.options(),
          Params.word("the usage of resources", "NULL", Set.of()));

  static final CallForm<Syscall.Getpid> GETPID = CallForm.of("getpid", a -> new Syscall.Getpid());

  static final CallForm<Syscall.Gettid> GETTID = CallForm.of("gettid", a -> new Syscall.Gettid());

  static final CallForm<Syscall.Getppid> GETPPID =
      CallForm.of("getppid", a -> new Syscall.Getppid());

  static final CallForm<Syscall.Getpgid> GETPGID =
      CallForm.of(
          "getpgid",
          a -> new Syscall.Getpgid(a.number(0)),
          Params.number("a process", Syscall.Getpgid::pid));

  static final CallForm<Syscall.Getsid> GETSID =
      CallForm.of(
          "getsid",
          a -> new Syscall.Getsid(a.number(0)),
          Params.number("a process", Syscall.Getsid::pid));

  static final CallForm<Syscall.Setpgid> SETPGID =
      CallForm.of(
          "setpgid",
          a -> new Syscall.Setpgid(a.number(0), a.number(1)),
          Params.number("a process", Syscall.Setpgid::pid),
          Params.number("a group", Syscall.Setpgid::pgid));

  static final CallForm<Syscall.Setsid> SETSID = CallForm.of("setsid", a -> new Syscall.Setsid());

  private static final Names<Syscall.PrctlOption> OPTIONS =
      Names.of("what prctl changes", List.of(Syscall.PrctlOption.values()), Enum::name);

  static final CallForm<Syscall.Prctl> PRCTL =
      CallForm.of(
          "prctl",
          a -> new Syscall.Prctl(a.as(Syscall.PrctlOption.class, 0), a.bits(1)),
          Params.simple((in, reading) -> OPTIONS.read(in), (call, writing) -> call.option().name()),
          Params.simple((in, reading) -> readArgument(in), (call, writing) -> argument(call)));

  private static final Names<Integer> COMMANDS =
      Names.ordered(
          "a command of reboot",
          Map.entry("LINUX_REBOOT_CMD_RESTART", RebootCall.RESTART),
          Map.entry("LINUX_REBOOT_CMD_RESTART2", RebootCall.RESTART2),
          Map.entry("LINUX_REBOOT_CMD_HALT", RebootCall.HALT),
          Map.entry("LINUX_REBOOT_CMD_POWER_OFF", RebootCall.POWER_OFF));

  static final CallForm<Syscall.Reboot> REBOOT =
      CallForm.of(
          "reboot",
          a -> new Syscall.Reboot(a.number(2)),
          Params.word("a magic number", "LINUX_REBOOT_MAGIC1", Set.of()),
          Params.word("a magic number", "LINUX_REBOOT_MAGIC2", Set.of()),
          Params.simple(
              (in, reading) ->
                  Numbers.next(in) ? Params.bits32(in, COMMANDS.kind()) : COMMANDS.read(in),
              (call, writing) -> command(call.command())));

  private ProcessCalls() {}

  private static String command(int number) {
    return COMMANDS.known().entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Integer.toString(number));
  }

  private static long readArgument(Cursor in) {
    return Numbers.next(in)
        ? Numbers.bits(in, "a number or a signal")
        : SignalText.SIGNALS.read(in).number();
  }

  private static String argument(Syscall.Prctl call) {
    return call.option() == Syscall.PrctlOption.PR_SET_PDEATHSIG
            && call.argument() == (int) call.argument()
        ? SignalText.write((int) call.argument())
        : Long.toString(call.argument());
  }
}
