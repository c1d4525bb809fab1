package watertight.checker.text.charge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import watertight.checker.text.Cursor;
import watertight.checker.text.machine.StepExpect;
import watertight.model.charge.Groups;

/** Reads the steps of a run: {@code [t0] add g0 1 = 1}. */
final class ChargeStepParser {
  private final Operands operands;
  private final Map<String, Form> forms = new LinkedHashMap<>();

  /** How a step's operands are read, and what it may return. */
  private record Form(Function<Cursor, String> operands, Results results) {}

  ChargeStepParser(Operands operands) {
    this.operands = operands;
    charging();
    forking();
    limits();
  }

  private void charging() {
    form("add", in -> group(in) + pages(in), Results.aNumber());
    form("compare", this::compare, Results.words("ok", "over"));
    form("sub", in -> group(in) + pages(in), Results.words("ok", "refused", "given back"));
    form("load", this::group, Results.aNumber());
    form("store", in -> group(in) + number(in), Results.words("ok"));
    form("limit", this::group, Results.aLimit());
    form("allocate", ChargeStepParser::pages, Results.words("ok"));
  }

  private void forking() {
    form("fork", in -> "", Results.aNumber());
    form("alloc-pid", in -> "", Results.words("ok", "EAGAIN"));
    form("free-pid", in -> "", Results.words("refused", "given back"));
    form("exit", in -> "", Results.words("given back"));
  }

  private void limits() {
    form("lock", in -> "", Results.words("ok", StepExpect.WAITS));
    form("read", this::group, Results.aNumber().then("EBUSY", "done"));
    form("xchg", in -> group(in) + limit(in), Results.aLimit().then("done"));
    form("put", in -> group(in) + limit(in), Results.words("ok"));
    form("move", this::group, Results.words("ok", StepExpect.WAITS));
    form("remove", this::group, Results.words("ok", StepExpect.WAITS));
  }

  private void form(String name, Function<Cursor, String> operands, Results results) {
    forms.put(name, new Form(operands, results));
  }

  private String group(Cursor in) {
    return " " + operands.group(in);
  }

  private static String pages(Cursor in) {
    return " " + Operands.pages(in);
  }

  private static String number(Cursor in) {
    return " " + Operands.number(in);
  }

  private static String limit(Cursor in) {
    return " " + Groups.shown(Operands.limit(in));
  }

  private String compare(Cursor in) {
    String sum = number(in);
    if (!in.acceptWord("max")) {
      throw in.expected("\"max\", a group and its limit");
    }
    return sum + " max" + group(in) + limit(in);
  }

  /** Reads one line. */
  ChargeStep read(Cursor in) {
    in.expect("[");
    if (in.acceptWord(ChargeStep.OBSERVER)) {
      in.expect("]");
      return look(in);
    }
    var task = operands.task(in);
    in.expect("]");
    in.skipBlanks();
    int place = in.at();
    String name = Operands.name(in);
    if (name.isEmpty()) {
      throw in.expected("a step such as add, compare or sub");
    }
    Form form = Operands.names("a step", forms).meaning(in, place, name);
    String text = name + form.operands().apply(in);
    return new ChargeStep.Taken(task, text, expect(in, form.results()));
  }

  private ChargeStep look(Cursor in) {
    Map<String, Function<Cursor, ChargeStep>> looks = new LinkedHashMap<>();
    looks.put(
        "usage",
        line -> new ChargeStep.Usage(operands.group(line), expect(line, Results.aNumber())));
    looks.put(
        "max", line -> new ChargeStep.Max(operands.group(line), expect(line, Results.aLimit())));
    looks.put(
        "holds",
        line -> new ChargeStep.Holds(operands.task(line), expect(line, Results.aNumber())));
    return Operands.names("what to look at", looks).read(in).apply(in);
  }

  private static StepExpect expect(Cursor in, Results results) {
    return StepExpect.read(in, results::read);
  }
}
