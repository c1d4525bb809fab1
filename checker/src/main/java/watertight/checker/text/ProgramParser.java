package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import watertight.model.linux.Errno;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.task.Task;

/** Reads the program of a party that runs its own lines. */
final class ProgramParser {
  private final Task task;
  private final Variables variables = Variables.program();
  private final List<Party.Line> lines = new ArrayList<>();

  ProgramParser(Task task) {
    this.task = task;
  }

  List<Party.Line> lines() {
    return lines;
  }

  /** Reads one line. */
  void read(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    Task who = Steps.task(in);
    if (!who.equals(task)) {
      throw in.error(place, Cursor.shown(in.since(place)), "\"[" + task.letter() + "]\"");
    }
    in.skipBlanks();
    int callPlace = in.at();
    CallForm<?>.Started call = Steps.form(in).start(new Reading(variables, true));
    if (!call.read(in)) {
      throw in.error(callPlace, "a call that is cut in two", "a whole call: walks are cut anyway");
    }
    if (!call.reading().objects().isEmpty()) {
      throw in.error(callPlace, "a descriptor with its object", "the descriptor alone");
    }
    in.skipBlanks();
    int equals = in.at();
    Expect expect = Steps.expectation(in);
    int binds = expect instanceof Expect.Binds(String name) ? variables.bind(name) : -1;
    Party.Expect check = check(in, callPlace, equals, Steps.outOf(call, expect), expect);
    lines.add(new Party.Line(call.call(), binds, check));
  }

  private static Party.Expect check(Cursor in, int call, int equals, Out out, Expect expect) {
    return switch (out) {
      case Out.Nothing nothing -> result(in, equals, expect);
      case Out.Starts(String text) -> alone(in, equals, expect, new Party.Expect.Gives(text));
      case Out.Status status -> alone(in, equals, expect, status(in, call, status));
      case Out.Text text ->
          throw in.error(call, "a whole text", "NULL, or \"text\"... for a text that starts so");
      case Out.BoundText text ->
          throw in.error(call, "a text @" + text.name(), "NULL or \"text\"...");
      case Out.Waited waited -> throw in.error(call, "how a child ended", "NULL");
      case Out.Names names -> throw in.error(call, "the names of a host", "uname({})");
      case Out.Pair pair -> throw in.error(call, "the numbers of descriptors", "NULL");
      case Out.Message message ->
          throw in.error(
              call, "the content of a message", "{msg_iov=[{iov_base=NULL, iov_len=…}]}");
    };
  }

  private static Party.Expect status(Cursor in, int call, Out.Status status) {
    if (status.equals(Out.Status.of(status.type(), status.mode())) && status.type().isPresent()) {
      String type = status.type().get();
      if (status.mode().isEmpty()) {
        return new Party.Expect.OfType(type);
      }
      if (status.mode().get() instanceof Value.Exactly(long mode)) {
        return new Party.Expect.OfMode(type, (int) mode);
      }
    }
    throw in.error(call, "other fields of struct stat", "st_mode alone, such as {st_mode=S_IFREG}");
  }

  /** A program checks what a call writes or what it returns, not both. */
  private static Party.Expect alone(Cursor in, int equals, Expect expect, Party.Expect check) {
    boolean silent =
        expect instanceof Expect.Anything
            || expect instanceof Expect.Shown
            || (expect instanceof Expect.Returns(long value)
                && value == 0
                && !(check instanceof Party.Expect.Gives));
    if (!silent) {
      throw in.error(equals, "\"= " + expect.text() + "\"", "no result beside what is written");
    }
    return check;
  }

  private static Party.Expect result(Cursor in, int equals, Expect expect) {
    return switch (expect) {
      case Expect.Anything any -> new Party.Expect.Anything();
      case Expect.Shown shown -> new Party.Expect.Anything();
      case Expect.Binds binds -> new Party.Expect.Success();
      case Expect.Returns(long value) -> new Party.Expect.Returns(value);
      case Expect.Fails(List<Errno> errnos) -> new Party.Expect.Fails(names(errnos));
      case Expect.Child child ->
          throw in.error(
              equals, "\"= " + expect.text() + "\"", "a number, -1 and an error, or @name");
      case Expect.Descriptor descriptor ->
          throw in.error(
              equals, "\"= " + expect.text() + "\"", "a number, -1 and an error, or @name");
    };
  }

  private static Set<String> names(List<Errno> errnos) {
    return errnos.stream().map(Errno::name).collect(Collectors.toSet());
  }
}
