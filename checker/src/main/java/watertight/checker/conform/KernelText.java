package watertight.checker.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watertight.checker.kernel.Answer;
import watertight.checker.kernel.Event;
import watertight.checker.kernel.Move;
import watertight.checker.text.Expect;
import watertight.checker.text.LitmusStep;
import watertight.checker.text.Out;
import watertight.checker.text.Value;
import watertight.model.linux.Errno;
import watertight.model.linux.Syscall;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;

/** What a kernel answered, as steps of a litmus file that expect the same again. */
final class KernelText {
  private static final Pattern EXIT = Pattern.compile("exited with ([0-9]+)");
  private static final Pattern KILLED = Pattern.compile("killed by (SIG[A-Z0-9]+)");
  private static final int TYPE = 0170000;

  private final Map<String, String> identities = new HashMap<>();

  /** The steps that a move and its answer make. */
  List<LitmusStep> steps(Move move, Answer answer) {
    return switch (answer) {
      case Answer.Returned(long value, Answer.Out out) -> List.of(returned(move, value, out));
      case Answer.Failed(int errno) -> List.of(step(move, new Out.Nothing(), failed(errno)));
      case Answer.Blocks blocks -> List.of(begin(move));
      case Answer.Died(String how) -> died(move, how);
      case Answer.NotTaken notTaken ->
          List.of(step(move, new Out.Nothing(), new Expect.Anything()));
    };
  }

  /** What happened after it. */
  static List<LitmusStep> steps(List<Event> events) {
    return events.stream()
        .<LitmusStep>mapMulti((event, add) -> step(event).ifPresent(add::accept))
        .toList();
  }

  private static Optional<LitmusStep> step(Event event) {
    return switch (event) {
      case Event.Ran(Task task, int signal, int pid, int uid) ->
          Signal.of(signal)
              .map(s -> new LitmusStep.Handled(task, s, Optional.empty(), Optional.empty()));
      case Event.Ended(Task task, String how) -> ended(task, how);
    };
  }

  private static Optional<LitmusStep> ended(Task task, String how) {
    Matcher killed = KILLED.matcher(how);
    return killed.matches()
        ? Optional.of(new LitmusStep.Killed(task, Signal.valueOf(killed.group(1))))
        : Optional.empty();
  }

  private static LitmusStep begin(Move move) {
    return new LitmusStep.Begin(move.task(), move.call(), new TreeMap<>());
  }

  private static LitmusStep step(Move move, Out out, Expect expect) {
    return move.kind() == Move.Kind.END
        ? new LitmusStep.End(move.task(), move.call(), out, expect)
        : new LitmusStep.Call(move.task(), move.call(), new TreeMap<>(), out, expect);
  }

  private static Expect failed(int errno) {
    return Stream.of(Errno.values())
        .filter(known -> known.number() == errno)
        .findFirst()
        .<Expect>map(known -> new Expect.Fails(List.of(known)))
        .orElseGet(Expect.Anything::new);
  }

  private static List<LitmusStep> died(Move move, String how) {
    List<LitmusStep> steps = new ArrayList<>();
    steps.add(step(move, new Out.Nothing(), new Expect.Shown()));
    Matcher exit = EXIT.matcher(how);
    if (exit.matches()) {
      steps.add(new LitmusStep.Exited(move.task(), Integer.parseInt(exit.group(1))));
    }
    ended(move.task(), how).ifPresent(steps::add);
    return steps;
  }

  private LitmusStep returned(Move move, long value, Answer.Out out) {
    Expect number =
        move.call() instanceof Syscall.Clone
            ? new Expect.Child(move.child())
            : new Expect.Returns(value);
    return switch (out) {
      case Answer.Out.Nothing nothing -> step(move, new Out.Nothing(), number);
      case Answer.Out.Object(String name) ->
          step(move, new Out.Nothing(), new Expect.Descriptor((int) value, name));
      case Answer.Out.Bytes(String bytes) ->
          step(move, new Out.Text(bytes.replaceFirst("\0$", "")), number);
      case Answer.Out.Status status -> step(move, status(status), number);
      case Answer.Out.Waited(int status) -> step(move, new Out.Waited(status), number);
      case Answer.Out.Names(String node, String domain) ->
          step(
              move,
              new Out.Names(Optional.of(new Out.Text(node)), Optional.of(new Out.Text(domain))),
              number);
      case Answer.Out.Pair(int first, int second) ->
          step(move, new Out.Pair(first, second), number);
      case Answer.Out.Message message -> step(move, message(message), number);
    };
  }

  private Out status(Answer.Out.Status status) {
    String name = identities.computeIfAbsent(status.identity(), id -> "o" + identities.size());
    boolean sized = (status.mode() & TYPE) == 0100000 && status.size() > 0;
    return new Out.Status(
        Optional.of(name),
        Optional.of(type(status.mode() & TYPE)),
        number(status.mode() & ~TYPE),
        number(status.uid()),
        number(status.gid()),
        sized ? number(status.size()) : Optional.empty());
  }

  private static Optional<Value> number(long number) {
    return Optional.of(new Value.Exactly(number));
  }

  private static String type(int bits) {
    return switch (bits) {
      case 0040000 -> "S_IFDIR";
      case 0100000 -> "S_IFREG";
      case 0120000 -> "S_IFLNK";
      case 0010000 -> "S_IFIFO";
      case 0140000 -> "S_IFSOCK";
      case 0060000 -> "S_IFBLK";
      default -> "S_IFCHR";
    };
  }

  private static Out message(Answer.Out.Message message) {
    List<Out.Descriptor> fds = new ArrayList<>();
    for (int i = 0; i < message.fds().size(); i++) {
      String object = message.objects().get(i);
      boolean socket = object.startsWith(ModelAnswer.SOCKET);
      fds.add(
          new Out.Descriptor(
              message.fds().get(i), socket ? Optional.empty() : Optional.of(object)));
    }
    return new Out.Message(message.bytes(), fds);
  }
}
