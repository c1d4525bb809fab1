package watertight.checker.smt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.trace.HostcallReplay;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.EngineId;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.Honest;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Move;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Region;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.Words;
import watertight.model.enclave.hostcall.claim.HostcallGoal;

/**
 * An exception that Z3 found, as an exchange of the host-call machine. The text says which: {@code
 * (set-info :exchange |read fd=3 buf=4096 count=count; ret=ret; enclave=base..top|)} is a call with
 * its arguments, the answer, and what the enclave remembers; what stands behind an equals sign is a
 * name of the text, or a number.
 */
final class HostcallException {
  private static final Pattern VALUE =
      Pattern.compile("\\(define-fun (\\S+) \\(\\)\\s+\\(_ BitVec 64\\)\\s+#x([0-9a-f]{16})\\)");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

  /** All but the last byte. */
  private static final Range EVERYWHERE = Range.upTo(0, -1);

  private final String[] parts;
  private final Map<String, Long> values = new HashMap<>();

  private HostcallException(String exchange, String model) {
    this.parts = exchange.split(";");
    for (Matcher found = VALUE.matcher(model); found.find(); ) {
      values.put(found.group(1), Long.parseUnsignedLong(found.group(2), 16));
    }
  }

  /**
   * The exchange as a run of the machine; empty when it does no harm there.
   *
   * @param claim the claim that the obligation is a part of
   * @param text what was to be proved
   * @param exchange which call and answer its exceptions stand for
   * @param model what the names stand for, as Z3 prints it
   */
  static Optional<RenderedTrace> replay(
      String claim, String text, String exchange, String model, Guards guards) {
    return new HostcallException(exchange, model).replay(claim, text, guards);
  }

  private Optional<RenderedTrace> replay(String claim, String text, Guards guards) {
    String[] asked = parts[0].trim().split(" ", 2);
    CallName name = CallName.named(asked[0]).orElseThrow();
    HostCall call = new HostCall(name, fields(asked.length == 1 ? "" : asked[1]));
    Picture picture = picture();
    Remembered knew = knew();
    Fields answer = fields(parts[1]);
    List<Move> moves = new ArrayList<>(List.of(new Move.Ask()));
    moves.addAll(HostcallReplay.write(new Honest(picture).answer(call, knew, 0, 0), answer));
    moves.add(new Move.Check());
    moves.add(new Move.Consume());
    HostcallScenario scenario =
        new HostcallScenario(
            "an exception to: " + text,
            Optional.of(claim),
            new Situation(picture, knew, List.of(call), answer.values().keySet(), false),
            HostcallGoal.HARM,
            Set.of());
    return HostcallReplay.of(EngineId.SMT.text(), scenario, moves, guards);
  }

  private Fields fields(String text) {
    Fields fields = Fields.NONE;
    for (String one : words(text)) {
      fields = fields.with(Field.named(before(one)).orElseThrow(), value(behind(one)));
    }
    return fields;
  }

  private Picture picture() {
    Range enclave = remembered("enclave").stream().findFirst().map(this::range).orElse(EVERYWHERE);
    return new Picture(Words.LINUX, enclave, List.of(new Region("enclave", enclave)));
  }

  private Remembered knew() {
    Remembered knew =
        Remembered.NOTHING
            .withLive(remembered("live").stream().map(this::range).toList())
            .withDescriptors(set("fds"))
            .withTokens(set("tokens"))
            .withChildren(set("children"));
    for (String at : remembered("brk")) {
      knew = knew.withBreak(value(at));
    }
    for (String ns : remembered("last_ns")) {
      knew = knew.withLastNs(value(ns));
    }
    for (String pid : remembered("pid")) {
      knew = knew.withPid(value(pid));
    }
    return knew;
  }

  private Set<Long> set(String key) {
    Set<Long> set = new HashSet<>();
    remembered(key).forEach(one -> set.add(value(one)));
    return set;
  }

  private List<String> remembered(String key) {
    return parts.length < 3
        ? List.of()
        : words(parts[2]).stream()
            .filter(one -> before(one).equals(key))
            .map(HostcallException::behind)
            .toList();
  }

  private Range range(String text) {
    int dots = text.indexOf("..");
    return Range.upTo(value(text.substring(0, dots)), value(text.substring(dots + 2)));
  }

  /** Z3 leaves out what does not matter. */
  private long value(String text) {
    return NUMBER.matcher(text).matches() ? Long.parseLong(text) : values.getOrDefault(text, 0L);
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
  }

  private static String before(String word) {
    return word.substring(0, word.indexOf('='));
  }

  private static String behind(String word) {
    return word.substring(word.indexOf('=') + 1);
  }
}
