package watertight.checker.kernel;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import watertight.checker.kernel.Host.Network;
import watertight.checker.kernel.Host.Privilege;
import watertight.checker.kernel.seen.Snapshot;
import watertight.checker.trace.Descriptors;
import watertight.model.linux.Settings;
import watertight.model.linux.Syscall;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;

/** This machine's kernel, asked through an executor process. */
public final class LocalOracle implements Oracle {
  /** How long an executor may take to end, in seconds, on a machine that has much to do. */
  private static final int PATIENCE = 60;

  private final Process process;
  private final Host host;
  private final Path errors;

  private LocalOracle(Process process, Host host, Path errors) {
    this.process = process;
    this.host = host;
    this.errors = errors;
  }

  /** Starts an executor: as root in the initial user namespace, else in one of its own. */
  public static LocalOracle open() throws NotRun {
    return open(Network.SHARED);
  }

  /** Starts an executor as usual, which gives worlds these network namespaces. */
  public static LocalOracle open(Network network) throws NotRun {
    return start(List.of(Executor.program().toString()), usual(), network);
  }

  /** What this user's worlds are made with. */
  private static Privilege usual() throws NotRun {
    return isRoot() ? Privilege.ROOT : Privilege.SINGLE;
  }

  /** How worlds are asked for, before anything else. */
  static List<String> words(Privilege privilege, Network network) {
    String made = privilege.name().toLowerCase(Locale.ROOT);
    return network == Network.OWN ? List.of(made, "net") : List.of(made);
  }

  /** The executor's command for this user's worlds. */
  static List<String> command(Network network) throws NotRun {
    List<String> command = new ArrayList<>(List.of(Executor.program().toString()));
    command.addAll(words(usual(), network));
    return command;
  }

  /** Starts an executor by a command that ends with its program. */
  static LocalOracle start(List<String> command, Privilege privilege, Network network)
      throws NotRun {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(words(privilege, network));
    try {
      Path errors = Files.createTempFile("wt-exec", ".err");
      Process process = new ProcessBuilder(whole).redirectError(errors.toFile()).start();
      Host host = new Host(System.getProperty("os.version"), settings(), privilege, network);
      LocalOracle oracle = new LocalOracle(process, host, errors);
      try {
        oracle.run(World.DEFAULT, List.of(), Set.of());
      } catch (NotRun | RuntimeException e) {
        oracle.close();
        throw e;
      }
      return oracle;
    } catch (IOException e) {
      throw new NotRun("the executor cannot be started (" + e.getMessage() + ")");
    }
  }

  private static boolean isRoot() throws NotRun {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      throw new NotRun("/proc cannot be read");
    }
  }

  private static Settings settings() throws NotRun {
    Settings settings = Settings.LINUX_6_18;
    for (String name : Settings.NAMES) {
      Path file = Path.of("/proc/sys/fs", name);
      if (Files.exists(file)) {
        try {
          settings = settings.with(name, Integer.parseInt(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
          throw new NotRun(file + " cannot be read");
        }
      }
    }
    return settings;
  }

  @Override
  public Host host() {
    return host;
  }

  @Override
  public KernelRun run(World world, List<Move> moves, Set<Integer> snapshots) throws NotRun {
    Wire ops = WorldWire.of(world, host.privilege());
    Wire wire = new Wire().i32(ops.length()).all(ops);
    wire.u8(snapshots.contains(0) ? 1 : 0).i32(moves.size());
    for (int i = 0; i < moves.size(); i++) {
      Move move = moves.get(i);
      requirePossible(move.call());
      wire.u8(move.task().index()).u8(move.kind().ordinal());
      wire.u8(snapshots.contains(i + 1) ? 1 : 0).u8(move.child().index());
      wire.all(CallWire.of(move.call(), Descriptors.in(move.call())));
    }
    return answers(exchange(wire.bytes()), moves.size(), snapshots);
  }

  private void requirePossible(Syscall call) throws NotRun {
    if (host.privilege() == Privilege.SINGLE
        && call instanceof Syscall.Setresuid(int ruid, int euid, int suid)
        && (ruid > 0 || euid > 0 || suid > 0)) {
      throw new NotRun("needs root: it has several user ids");
    }
  }

  private ByteBuffer exchange(byte[] request) {
    try {
      OutputStream out = process.getOutputStream();
      out.write(
          ByteBuffer.allocate(4 + request.length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(request.length)
              .put(request)
              .array());
      out.flush();
      DataInputStream in = new DataInputStream(process.getInputStream());
      byte[] response = new byte[Integer.reverseBytes(in.readInt())];
      in.readFully(response);
      return ByteBuffer.wrap(response).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new IllegalStateException("the executor has ended: " + said(), e);
    }
  }

  private String said() {
    try {
      process.waitFor(1, TimeUnit.SECONDS);
      return Files.readString(errors).strip();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static KernelRun answers(ByteBuffer in, int moves, Set<Integer> looks) throws NotRun {
    switch (in.get()) {
      case 0 -> throw new NotRun(text(in));
      case 1 -> {}
      default -> throw new IllegalStateException("the executor: " + text(in));
    }
    List<Answer> answers = new ArrayList<>();
    List<Map<Integer, String>> names = new ArrayList<>();
    List<List<Event>> events = new ArrayList<>();
    Map<Integer, Snapshot> snapshots = new HashMap<>();
    if (looks.contains(0)) {
      snapshots.put(0, Look.read(in));
    }
    for (int i = 1; i <= moves; i++) {
      Map<Integer, String> before = new HashMap<>();
      for (int n = in.get() & 0xff; n > 0; n--) {
        before.put(in.getInt(), text(in));
      }
      names.add(before);
      answers.add(answer(in));
      events.add(events(in));
      if (looks.contains(i)) {
        snapshots.put(i, Look.read(in));
      }
    }
    return new KernelRun(answers, snapshots, names, in.getInt(), events);
  }

  private static List<Event> events(ByteBuffer in) {
    List<Event> events = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      Task task = new Task(in.get());
      int signal = in.getInt();
      events.add(
          signal == 0
              ? new Event.Ended(task, text(in))
              : new Event.Ran(task, signal, in.getInt(), in.getInt()));
    }
    return events;
  }

  private static Answer answer(ByteBuffer in) {
    return switch (in.get()) {
      case 0 -> new Answer.Returned(in.getLong(), out(in));
      case 1 -> new Answer.Failed(in.getInt());
      case 2 -> new Answer.Blocks();
      case 3 -> new Answer.Died(text(in));
      case 4 -> new Answer.NotTaken(text(in));
      default -> throw new IllegalStateException("the executor gave an unknown answer");
    };
  }

  private static Answer.Out out(ByteBuffer in) {
    return switch (in.get()) {
      case 0 -> new Answer.Out.Nothing();
      case 1 -> new Answer.Out.Object(text(in));
      case 2 -> new Answer.Out.Bytes(text(in));
      case 3 ->
          new Answer.Out.Status(text(in), in.getInt(), in.getInt(), in.getInt(), in.getLong());
      case 4 -> new Answer.Out.Pair(in.getInt(), in.getInt());
      case 5 -> message(in);
      case 6 -> new Answer.Out.Names(text(in), text(in));
      case 7 -> new Answer.Out.Waited(in.getInt());
      default -> throw new IllegalStateException("the executor wrote an unknown answer");
    };
  }

  private static Answer.Out message(ByteBuffer in) {
    String bytes = text(in);
    List<Integer> fds = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      fds.add(in.getInt());
      objects.add(text(in));
    }
    return new Answer.Out.Message(bytes, fds, objects);
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Ends the executor, which has nothing to say: what it says is a fault, a sanitizer's too. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the executor does not end");
      }
      int code = process.exitValue();
      String said = Files.readString(errors).strip();
      Files.deleteIfExists(errors);
      if (code != 0 || !said.isEmpty()) {
        throw new IllegalStateException("the executor ended with " + code + ": " + said);
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
