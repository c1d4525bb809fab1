package watertight.checker.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import watertight.model.Guard;
import watertight.model.linux.Errno;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.Scope;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalSet;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/** Values of everything that the notation can say, drawn at random. */
final class Drawn {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "../b c",
          "#",
          "\"q\"",
          "\\",
          "\n\t\u0001\u007f",
          "é",
          "\u00c3\u00a9",
          "\u00f0\u009f\u0098\u0080",
          "\u00ef\u00bb\u00bf",
          "<>",
          "->");
  private static final List<String> NAMES =
      List.of("d", "e f", "#x", "\"q\"", "\u00c3\u00a9", "\u00e9", "a\nb");
  private static final long[] OPEN = {
    OpenFlags.O_WRONLY,
    OpenFlags.O_RDWR,
    OpenFlags.O_CREAT,
    OpenFlags.O_SYNC,
    OpenFlags.O_DSYNC,
    OpenFlags.O_PATH,
    OpenFlags.O_TMPFILE,
    OpenFlags.O_DIRECTORY,
    OpenFlags.TMPFILE_BIT,
    1L << 40,
    1L << 63
  };

  private final Random random;

  Drawn(Random random) {
    this.random = random;
  }

  private <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private boolean coin() {
    return random.nextBoolean();
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return coin() ? Optional.of(value.get()) : Optional.empty();
  }

  private String text() {
    return of(TEXTS) + of(TEXTS);
  }

  private @Nullable String path() {
    return random.nextInt(10) == 0 ? null : text();
  }

  private long number() {
    return random.nextLong() >> random.nextInt(64);
  }

  private int fd() {
    return of(List.of(-1, 0, 3, 4, Syscall.AT_FDCWD));
  }

  private long flags() {
    long bits = 0;
    for (int i = random.nextInt(4); i > 0; i--) {
      bits |= OPEN[random.nextInt(OPEN.length)];
    }
    return bits;
  }

  private CapSet caps() {
    return new CapSet(number()).and(CapSet.ALL);
  }

  private CapSet capsOrNearlyAll() {
    return coin() ? caps() : CapSet.ALL.minus(new CapSet(random.nextInt(64)));
  }

  private Syscall.OpenHow how(long size) {
    boolean zero = size <= Syscall.OpenHow.SIZE || coin();
    return new Syscall.OpenHow(flags(), number(), number(), zero);
  }

  private List<Integer> fds() {
    List<Integer> fds = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      fds.add(fd());
    }
    return fds;
  }

  Syscall call() {
    long size = of(List.of(0L, 24L, 25L, 32L, 4096L, number()));
    List<Supplier<Syscall>> calls =
        List.of(
            () -> new Syscall.Open(path(), flags(), number()),
            () -> new Syscall.Openat(fd(), path(), flags(), number()),
            () -> new Syscall.Openat2(fd(), path(), how(size), size),
            () -> new Syscall.Close(fd()),
            () -> new Syscall.Read(fd(), number()),
            () -> new Syscall.Mkdir(path(), (int) number()),
            () -> new Syscall.Symlink(path(), path()),
            () -> new Syscall.Readlink(path(), number()),
            () -> new Syscall.Readlinkat(fd(), path(), number()),
            () -> new Syscall.Rename(path(), path()),
            () -> new Syscall.Stat(path()),
            () -> new Syscall.Lstat(path()),
            () -> new Syscall.Chdir(path()),
            () -> new Syscall.Fchdir(fd()),
            () -> new Syscall.Getcwd(number()),
            () -> new Syscall.Chroot(path()),
            () -> new Syscall.Mount(path(), path(), path(), number()),
            () -> new Syscall.Umount2(path(), number()),
            () -> new Syscall.Clone(number()),
            () -> new Syscall.Unshare(number()),
            () -> new Syscall.Setns(fd(), (int) number()),
            () -> new Syscall.Sethostname(path(), (int) number()),
            () -> new Syscall.Setdomainname(path(), (int) number()),
            () -> new Syscall.Uname(coin()),
            () -> new Syscall.Exit((int) number()),
            () -> new Syscall.ExitGroup((int) number()),
            () -> new Syscall.Wait4((int) number(), (int) number()),
            () -> new Syscall.Getpid(),
            () -> new Syscall.Gettid(),
            () -> new Syscall.Getppid(),
            () -> new Syscall.Getpgid((int) number()),
            () -> new Syscall.Getsid((int) number()),
            () -> new Syscall.Setpgid((int) number(), (int) number()),
            () -> new Syscall.Setsid(),
            () -> new Syscall.Kill((int) number(), random.nextInt(70)),
            () -> new Syscall.Tgkill((int) number(), (int) number(), random.nextInt(70)),
            () -> new Syscall.PidfdOpen((int) number(), number()),
            () -> new Syscall.PidfdSendSignal(fd(), random.nextInt(70), number()),
            () ->
                new Syscall.RtSigaction(
                    random.nextInt(70),
                    of(Arrays.asList(Syscall.Disposition.values())),
                    random.nextInt(4)),
            () ->
                new Syscall.RtSigprocmask(random.nextInt(5), new SignalSet(number() & 0x7fffffffL)),
            () -> new Syscall.Reboot((int) number()),
            () ->
                new Syscall.Prctl(
                    of(Arrays.asList(Syscall.PrctlOption.values())), random.nextInt(70)),
            () -> new Syscall.Setresuid((int) number(), (int) number(), -1),
            () -> new Syscall.Capset(capsOrNearlyAll(), caps(), capsOrNearlyAll()),
            () -> new Syscall.Socketpair(),
            () -> new Syscall.Sendmsg(fd(), text(), fds()),
            () -> new Syscall.Recvmsg(fd(), number()));
    return of(calls).get();
  }

  private Value value() {
    return coin() ? new Value.Exactly(number()) : new Value.Bound("x" + random.nextInt(3));
  }

  private Out.Status status() {
    Optional<String> type = maybe(() -> of(List.of("S_IFREG", "S_IFDIR", "S_IFSOCK")));
    Optional<Value> bits = maybe(() -> new Value.Exactly(random.nextInt(010000)));
    Optional<Value> mode = type.isPresent() ? bits : maybe(() -> new Value.Bound("mode"));
    return new Out.Status(
        maybe(() -> "F"), type, mode, maybe(this::value), maybe(this::value), maybe(this::value));
  }

  private Out out(Syscall call) {
    return switch (call) {
      case Syscall.Read c -> textOut();
      case Syscall.Readlink c -> textOut();
      case Syscall.Readlinkat c -> textOut();
      case Syscall.Getcwd c -> textOut();
      case Syscall.Stat c -> statusOut();
      case Syscall.Lstat c -> statusOut();
      case Syscall.Uname(boolean address) -> address && coin() ? names() : new Out.Nothing();
      case Syscall.Wait4 c ->
          of(
              List.of(
                  new Out.Nothing(),
                  new Out.Waited(random.nextInt(256) << 8),
                  new Out.Waited(1 + random.nextInt(31)),
                  new Out.Waited(1 + random.nextInt(31) << 8 | 0x7f),
                  new Out.Waited(0xffff)));
      case Syscall.Socketpair c -> coin() ? new Out.Nothing() : new Out.Pair(3, 4);
      case Syscall.Recvmsg c ->
          new Out.Message(
              text(), List.of(new Out.Descriptor(random.nextInt(9), maybe(() -> "/" + text()))));
      case Syscall other -> new Out.Nothing();
    };
  }

  private Out names() {
    return new Out.Names(
        Optional.of(new Out.Text(text())), maybe(() -> new Out.BoundText("n" + random.nextInt(3))));
  }

  private Out textOut() {
    return of(List.of(new Out.Nothing(), new Out.Text(text()), new Out.BoundText("t")));
  }

  private Out statusOut() {
    Out.Status status = status();
    return status.equals(Out.Status.EMPTY) ? new Out.Nothing() : status;
  }

  private Expect expect() {
    return of(
        List.of(
            new Expect.Anything(),
            new Expect.Shown(),
            new Expect.Returns(number() >>> 1),
            new Expect.Descriptor(random.nextInt(99), "/" + text()),
            new Expect.Fails(
                List.of(of(Arrays.asList(Errno.values())), Errno.EPERM).reversed().stream()
                    .distinct()
                    .toList()),
            new Expect.Child(task()),
            new Expect.Binds("n")));
  }

  private Task task() {
    return new Task(random.nextInt(3));
  }

  /** One step, or two for a call that waits. */
  List<LitmusStep> steps() {
    Syscall call = call();
    Task task = task();
    Expect expect = expect();
    Out out = expect instanceof Expect.Fails ? new Out.Nothing() : out(call);
    TreeMap<Integer, String> none = new TreeMap<>();
    if (random.nextInt(20) == 0) {
      Signal signal = of(Arrays.asList(Signal.values()));
      return List.of(
          of(
              List.of(
                  new LitmusStep.Exited(task, random.nextInt(256)),
                  new LitmusStep.Killed(task, signal),
                  new LitmusStep.Handled(task, signal, maybe(this::value), maybe(this::value)))));
    }
    return coin()
        ? List.of(new LitmusStep.Call(task, call, none, out, expect))
        : List.of(
            new LitmusStep.Begin(task, call, none),
            new LitmusStep.Again(task, call),
            new LitmusStep.End(task, call, out, expect));
  }

  private static String at(String directory, String name) {
    return directory + "/" + name;
  }

  /** A world of lines that can be: each name is new. */
  World world() {
    List<WorldLine> lines = new ArrayList<>(List.of(new WorldLine.File("/f", text())));
    for (int i = random.nextInt(6); i >= 0; i--) {
      String path = at("/w" + i, of(NAMES));
      List<WorldLine> any =
          List.of(
              new WorldLine.Dir(path),
              new WorldLine.File(path, text()),
              new WorldLine.Symlink(path, "x" + text()),
              new WorldLine.Link(path, "/f"),
              new WorldLine.Fifo(path),
              new WorldLine.Socket(path),
              new WorldLine.Device(path, coin(), random.nextInt(9), random.nextInt(99)),
              new WorldLine.Mode(random.nextInt(010000), "/f"),
              new WorldLine.Owner(random.nextInt(9999), random.nextInt(9999), "/f"),
              new WorldLine.MountNew(
                  of(List.of("tmpfs", "proc")), path, coin() ? List.of() : List.of("nosymfollow")),
              new WorldLine.Bind("/f", path),
              new WorldLine.Rule("symlinks", random.nextInt(99)));
      lines.add(of(any));
    }
    if (coin()) {
      lines.add(taskLine(new Task(1)));
    }
    return new World(lines);
  }

  private WorldLine.TaskLine taskLine(Task task) {
    return new WorldLine.TaskLine(
        task,
        maybe(() -> random.nextInt(9999)),
        maybe(() -> random.nextInt(9999)),
        maybe(() -> of(List.of(CapSet.NONE, CapSet.ALL, caps()))),
        maybe(() -> "/dev"),
        maybe(() -> "/sys"),
        task.equals(Task.A) ? Optional.empty() : maybe(() -> Task.A),
        new TreeMap<>(
            coin() ? Map.of() : Map.of(5 + task.index(), "/f", 9 + task.index(), "/dev")));
  }

  private Set<Guard> without() {
    return coin() ? Set.of() : Set.of(of(List.copyOf(Texts.GUARDS.guards().values())));
  }

  Litmus litmus() {
    List<LitmusStep> steps = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      steps.addAll(steps());
    }
    return new Litmus(
        text(), maybe(() -> "chroot/a-b.c"), maybe(() -> "man 2 #x"), without(), world(), steps);
  }

  Scenario scenario() {
    Set<String> calls = new LinkedHashSet<>(List.of(of(List.copyOf(Calls.names()))));
    calls.add("open");
    Party free = new Party.Free("attacker", taskLine(Task.A), calls);
    List<WorldLine> world =
        world().lines().stream().filter(line -> !(line instanceof WorldLine.TaskLine)).toList();
    List<Party> parties =
        coin()
            ? List.of(free)
            : List.of(free, new Party.Runs("run-time", taskLine(new Task(1)), program()));
    Scope.Components components =
        new Scope.Components(2, coin() ? Map.of() : Map.of("rename", 1, "openat2", 3));
    Scope scope = new Scope("default", 9, random.nextInt(5), 3, 2, components, random.nextInt(99));
    return new Scenario(
        text(),
        Optional.of("chroot/a"),
        new World(world),
        parties,
        of(
            List.of(
                new Goal.Reads("attacker", "/a b"),
                new Goal.Writes("attacker", "/f"),
                new Goal.BreaksClaim("attacker", "chroot/a"))),
        without(),
        coin()
            ? Map.of("default", scope)
            : Map.of("default", scope, "small", ScopeText.usual("small")));
  }

  private List<Party.Line> program() {
    List<Party.Line> lines = new ArrayList<>();
    Syscall open = new Syscall.Open(text(), flags(), 0);
    lines.add(new Party.Line(open, 0, new Party.Expect.Success()));
    int bound = Party.Line.bound(0);
    lines.add(
        new Party.Line(new Syscall.Fchdir(bound), -1, new Party.Expect.Returns(number() >>> 1)));
    lines.add(
        new Party.Line(
            new Syscall.Openat(bound, text(), flags(), 0), 1, new Party.Expect.Success()));
    lines.add(
        new Party.Line(
            new Syscall.Sendmsg(bound, text(), List.of(bound, Party.Line.bound(1))),
            -1,
            new Party.Expect.Anything()));
    lines.add(
        new Party.Line(new Syscall.Read(bound, number()), -1, new Party.Expect.Gives(text())));
    lines.add(new Party.Line(new Syscall.Stat(path()), -1, new Party.Expect.OfType("S_IFDIR")));
    lines.add(
        new Party.Line(
            new Syscall.Lstat(path()),
            -1,
            new Party.Expect.OfMode("S_IFREG", random.nextInt(07777))));
    lines.add(new Party.Line(call(), -1, new Party.Expect.Fails(Set.of("EPERM", "ENOENT"))));
    return lines;
  }
}
