package watertight.checker.text;

import java.util.List;
import java.util.Set;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.signal.Signal;

/** How the calls that make, end and change tasks are written. */
final class TaskCalls {
  private static final String VERSION = "_LINUX_CAPABILITY_VERSION_3";

  static final CallForm<Syscall.Clone> CLONE =
      CallForm.of(
          "clone",
          a -> new Syscall.Clone(a.bits(0)),
          Params.simple(
              (in, reading) -> readClone(in), (call, writing) -> writeClone(call.flags())));

  static final CallForm<Syscall.Exit> EXIT =
      CallForm.of(
          "exit",
          a -> new Syscall.Exit(a.number(0)),
          Params.number("a status", Syscall.Exit::status));

  static final CallForm<Syscall.Setresuid> SETRESUID =
      CallForm.of(
          "setresuid",
          a -> new Syscall.Setresuid(a.number(0), a.number(1), a.number(2)),
          Params.number("a user id", Syscall.Setresuid::ruid),
          Params.number("a user id", Syscall.Setresuid::euid),
          Params.number("a user id", Syscall.Setresuid::suid));

  static final CallForm<Syscall.Capset> CAPSET =
      CallForm.of(
          "capset",
          a -> a.as(Sets.class, 1).capset(),
          Params.simple(
              (in, reading) -> readHeader(in),
              (call, writing) -> "{version=" + VERSION + ", pid=0}"),
          Params.simple(
              (in, reading) -> Sets.read(in),
              (call, writing) ->
                  "{effective=%s, permitted=%s, inheritable=%s}"
                      .formatted(
                          CapText.write(call.effective()),
                          CapText.write(call.permitted()),
                          CapText.write(call.inheritable()))));

  private TaskCalls() {}

  /** The flags; strace writes names before its arguments. */
  private static long readClone(Cursor in) {
    if (in.acceptWord("child_stack")) {
      in.expect("=");
      in.expect("NULL");
      in.expect(",");
      in.expect("flags");
      in.expect("=");
    }
    long bits = 0;
    do {
      in.skipBlanks();
      bits |= readFlag(in);
      in.skipComments();
    } while (in.accept("|"));
    return bits;
  }

  private static long readFlag(Cursor in) {
    if (Numbers.next(in)) {
      return Numbers.bits(in, FlagNames.CLONE.names().kind());
    }
    return in.looksAt("SIG")
        ? SignalText.SIGNALS.read(in).number()
        : FlagNames.CLONE.names().read(in);
  }

  /** The flags, and the exit signal after them. */
  private static String writeClone(long flags) {
    long exit = flags & CloneFlags.EXIT_SIGNAL;
    boolean named = Signal.of((int) exit).isPresent();
    long rest = named ? flags & ~CloneFlags.EXIT_SIGNAL : flags;
    String signal = named ? SignalText.write((int) exit) : "";
    return rest == 0 && named ? signal : FlagNames.CLONE.write(rest) + (named ? "|" + signal : "");
  }

  private static String readHeader(Cursor in) {
    Names<String> versions =
        Names.of("the version of capabilities", List.of(VERSION), version -> version)
            .later(Set.of("0", "_LINUX_CAPABILITY_VERSION_1", "_LINUX_CAPABILITY_VERSION_2"));
    Struct.of("the header of capset")
        .must("version", versions::read)
        .must("pid", cursor -> Params.readZero(cursor, "the task of capset"))
        .read(in);
    return VERSION;
  }

  /** The three sets as they come. */
  private static final class Sets {
    private CapSet effective = CapSet.NONE;
    private CapSet permitted = CapSet.NONE;
    private CapSet inheritable = CapSet.NONE;

    static Sets read(Cursor in) {
      Sets sets = new Sets();
      Struct.of("the data of capset")
          .must("effective", cursor -> sets.effective = CapText.read(cursor))
          .must("permitted", cursor -> sets.permitted = CapText.read(cursor))
          .must("inheritable", cursor -> sets.inheritable = CapText.read(cursor))
          .read(in);
      return sets;
    }

    Syscall.Capset capset() {
      return new Syscall.Capset(effective, permitted, inheritable);
    }
  }
}
