package watertight.checker.text.hostcall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import watertight.checker.text.Cursor;
import watertight.checker.text.machine.StepExpect;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Move;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Region;
import watertight.model.enclave.hostcall.Shown;

/** Reads the steps of a run: {@code [h] ret=9 = ok}. */
final class HostcallStepParser {
  private final Operands operands;
  private final Supplier<Picture> picture;
  private final List<HostCall> program = new ArrayList<>();

  HostcallStepParser(Operands operands, Supplier<Picture> picture) {
    this.operands = operands;
    this.picture = picture;
  }

  /** The calls that the enclave makes in the run. */
  List<HostCall> program() {
    return program;
  }

  HostcallStep read(Cursor in) {
    in.expect("[");
    if (in.acceptWord("e")) {
      in.expect("]");
      return enclave(in);
    }
    if (in.acceptWord("h")) {
      in.expect("]");
      return host(in);
    }
    if (in.acceptWord(HostcallStep.OBSERVER)) {
      in.expect("]");
      return look(in);
    }
    throw in.expected("\"e\", \"h\" or \"o\"");
  }

  private HostcallStep enclave(Cursor in) {
    if (in.acceptWord("check")) {
      return new HostcallStep.Taken(new Move.Check(), "check", expect(in));
    }
    if (in.acceptWord("use")) {
      return new HostcallStep.Taken(new Move.Consume(), "use", expect(in));
    }
    HostCall call = operands.call(in);
    program.add(call);
    return new HostcallStep.Taken(new Move.Ask(), shown().call(call), expect(in));
  }

  private HostcallStep host(Cursor in) {
    if (in.acceptWord("silent")) {
      return new HostcallStep.Taken(new Move.KeepSilent(), "silent", expect(in));
    }
    Optional<HostCall> call = program.isEmpty() ? Optional.empty() : Optional.of(program.getLast());
    if (call.isEmpty()) {
      throw in.expected("a call of the enclave before it");
    }
    Field field = Operands.field(in, "a field of the answer", call.get().name().answers());
    in.expect("=");
    long value = operands.number(in);
    return new HostcallStep.Taken(
        new Move.Answer(field, value), shown().field(call.get().name(), field, value), expect(in));
  }

  private HostcallStep look(Cursor in) {
    List<String> what =
        new ArrayList<>(picture.get().regions().stream().map(Region::name).toList());
    what.add(HostcallStep.Look.LEFT);
    what.add(HostcallStep.Look.HARM);
    in.skipBlanks();
    int place = in.at();
    String name = Operands.name(in);
    if (name.isEmpty()) {
      throw in.expected("what to look at");
    }
    String known = Operands.names("what to look at", what, one -> one).meaning(in, place, name);
    return new HostcallStep.Look(known, expect(in));
  }

  private Shown shown() {
    return new Shown(picture.get().words());
  }

  private static StepExpect expect(Cursor in) {
    if (in.atEnd()) {
      return StepExpect.ANYTHING;
    }
    if (!in.accept("=")) {
      throw in.expected("\"=\" and what it comes to, or the end of the line");
    }
    List<String> any = new ArrayList<>();
    do {
      in.skipBlanks();
      String text = words(in);
      if (text.isEmpty()) {
        throw in.expected("what it comes to");
      }
      any.add(text);
    } while (in.acceptWord("or"));
    in.expectEnd();
    return new StepExpect(any);
  }

  /** Words up to {@code or}, a comment, or the end. */
  private static String words(Cursor in) {
    List<String> words = new ArrayList<>();
    while (!in.atEnd() && !in.peekWord().equals("or")) {
      in.skipBlanks();
      words.add(in.run(c -> c != ' ' && c != '#'));
    }
    return String.join(" ", words);
  }
}
