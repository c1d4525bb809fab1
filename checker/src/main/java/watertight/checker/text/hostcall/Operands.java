package watertight.checker.text.hostcall;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import watertight.checker.text.Cursor;
import watertight.checker.text.Names;
import watertight.checker.text.Nearest;
import watertight.checker.text.Numbers;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.HostErrno;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Symbols;
import watertight.model.enclave.hostcall.Words;

/**
 * Reads numbers, ranges, fields and calls.
 *
 * @param words how large words are, once the world has said it
 */
record Operands(Supplier<Words> words) {
  private static final String NUMBER = "a number";

  /** A number that a word holds, with a sign or without; a name of the headers; {@code -EINTR}. */
  long number(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    if (Cursor.isWord(in.peek()) && !Numbers.next(in)) {
      return symbol(in, place);
    }
    if (in.accept("-E")) {
      in.back(place + 1);
      return -Names.of("an errno", Arrays.asList(HostErrno.values()), Enum::name).read(in).number();
    }
    long value = Numbers.bits(in, NUMBER);
    long word = words.get().word(value);
    if (word != value && words.get().unsigned(word) != value) {
      throw in.error(
          place, Cursor.shown(in.since(place)), "a number of " + words.get().bits() + " bits");
    }
    return word;
  }

  private static long symbol(Cursor in, int place) {
    String name = in.word();
    Long value = Symbols.values().get(name);
    if (value == null) {
      throw in.error(
          place,
          Cursor.shown(name),
          "a number, or a name such as MAP_FIXED",
          Nearest.to(name, Symbols.values().keySet()));
    }
    return value;
  }

  /** {@code 0x30..0x80}: the second is not among the bytes. */
  Range range(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    long start = address(in);
    in.expect("..");
    long end = address(in);
    if (!Words.below(start, end)) {
      throw in.error(place, Cursor.shown(in.since(place)), "a range that is not empty");
    }
    return Range.upTo(start, end);
  }

  /** Digits up to the first that is none: a dot ends it. */
  private long address(Cursor in) {
    return number(in);
  }

  /** A word of letters, digits, and dashes. */
  static String name(Cursor in) {
    in.skipBlanks();
    return in.run(c -> Cursor.isWord(c) || c == '-');
  }

  /** A call with its arguments: {@code read fd=3 buf=0x40 count=8}. */
  HostCall call(Cursor in) {
    CallName name = names("a call", Arrays.asList(CallName.values()), CallName::text).read(in);
    return new HostCall(name, fields(in, name.arguments()));
  }

  private Fields fields(Cursor in, List<Field> known) {
    Fields fields = Fields.NONE;
    while (!in.atEnd() && in.peek() != '=') {
      int place = in.at();
      Field field = field(in, "an argument of the call", known);
      if (fields.has(field)) {
        throw in.error(place, "a second " + field.text(), "each argument once");
      }
      in.expect("=");
      fields = fields.with(field, number(in));
    }
    return fields;
  }

  /** The name of one of these fields. */
  static Field field(Cursor in, String kind, List<Field> known) {
    return names(kind, known, Field::text).read(in);
  }

  static <T> Names<T> names(
      String kind, List<T> values, java.util.function.Function<T, String> name) {
    Map<String, T> known = new LinkedHashMap<>();
    values.forEach(value -> known.put(name.apply(value), value));
    return new Names<>(kind, known, Set.of());
  }
}
