package watertight.checker.text.hostcall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import watertight.checker.text.Cursor;
import watertight.checker.text.Names;
import watertight.checker.text.Numbers;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Region;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Span;
import watertight.model.enclave.hostcall.Words;

/** Reads the lines of a world: what lies where in the enclave, and what it remembers. */
final class EnclaveParser {
  private static final Range USUAL = Range.upTo(0x10000000L, 0x20000000L);
  private static final int MOST = 64;
  private static final Set<String> REPEATED = Set.of("object", "live");

  private final Operands operands = new Operands(() -> this.words);
  private final Names<Consumer<Cursor>> keywords;
  private final Set<String> seen = new HashSet<>();
  private final List<Region> regions = new ArrayList<>();
  private Words words = Words.LINUX;
  private Range enclave = USUAL;
  private Remembered remembered = Remembered.NOTHING;

  EnclaveParser() {
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("words", this::words);
    known.put("enclave", in -> enclave = operands.range(in));
    known.put("object", this::object);
    known.put("live", this::live);
    known.put("fds", in -> remembered = remembered.withDescriptors(numbers(in)));
    known.put("tokens", in -> remembered = remembered.withTokens(numbers(in)));
    known.put("children", in -> remembered = remembered.withChildren(numbers(in)));
    known.put("brk", in -> remembered = remembered.withBreak(operands.number(in)));
    known.put("last_ns", in -> remembered = remembered.withLastNs(operands.number(in)));
    known.put("pid", in -> remembered = remembered.withPid(operands.number(in)));
    keywords = new Names<>("a line of the world", known, Set.of());
  }

  Operands operands() {
    return operands;
  }

  Picture picture() {
    return new Picture(words, enclave, regions);
  }

  Remembered remembered() {
    return remembered;
  }

  /** Reads one line. */
  void read(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    Consumer<Cursor> rest = keywords.read(in);
    String keyword = in.since(place);
    if (!seen.add(keyword) && !REPEATED.contains(keyword)) {
      throw in.error(place, "a second " + Cursor.shown(keyword), "each such line once");
    }
    rest.accept(in);
    in.expectEnd();
  }

  /** {@code words bits=8 page=16 errors=15 int=5}: before all that has numbers. */
  private void words(Cursor in) {
    if (seen.size() > 1) {
      throw in.error(0, "the size of words", "it before all numbers");
    }
    int bits = part(in, "bits", 4, Long.SIZE);
    in.skipBlanks();
    int place = in.at();
    int page = part(in, "page", 1, 1 << 20);
    if (Integer.bitCount(page) != 1) {
      throw in.error(place, Cursor.shown(in.since(place)), "a power of two");
    }
    int errors = part(in, "errors", 1, 4095);
    int ints = part(in, "int", 2, Math.min(bits, Integer.SIZE));
    words = new Words(bits, page, errors, ints);
  }

  private static int part(Cursor in, String name, int least, int most) {
    in.skipBlanks();
    if (!in.acceptWord(name)) {
      throw in.expected('"' + name + "=\"");
    }
    in.expect("=");
    return Numbers.within(in, name, least, most);
  }

  private void object(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = Operands.name(in);
    if (name.isEmpty()) {
      throw in.expected("the name of an object");
    }
    boolean taken = regions.stream().anyMatch(region -> region.name().equals(name));
    boolean look = name.equals(HostcallStep.Look.LEFT) || name.equals(HostcallStep.Look.HARM);
    if (taken || look || regions.size() == MOST) {
      throw in.error(place, Cursor.shown(name), "at most 64 objects, each with a name of its own");
    }
    in.skipBlanks();
    int at = in.at();
    Range bytes = operands.range(in);
    Span whole = enclave.spans(words).getFirst();
    if (!Span.beside(bytes.spans(words), List.of(whole)).isEmpty()) {
      throw in.error(at, Cursor.shown(in.since(at)), "a range within the enclave");
    }
    regions.add(new Region(name, bytes));
  }

  private void live(Cursor in) {
    remembered = remembered.and(operands.range(in));
  }

  private Set<Long> numbers(Cursor in) {
    Set<Long> numbers = new TreeSet<>();
    do {
      numbers.add(operands.number(in));
    } while (in.accept(","));
    return numbers;
  }
}
