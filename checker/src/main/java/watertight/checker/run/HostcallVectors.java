package watertight.checker.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Shown;
import watertight.model.enclave.hostcall.Words;
import watertight.model.enclave.hostcall.shield.Answered;
import watertight.model.enclave.hostcall.shield.Shield;
import watertight.model.enclave.hostcall.shield.Verdict;

/** Runs test vectors of kind {@code iago}: one answer of the host each, handed to its shield. */
final class HostcallVectors {
  /** The kind. */
  static final String KIND = "iago";

  private static final Range ENCLAVE = Range.upTo(0x10000000L, 0x20000000L);
  private static final Words WORDS = Words.LINUX;

  /** What a verdict is called, and its values where it has some. */
  private record Judged(String verdict, Map<Field, Long> values, Optional<String> gate) {}

  private HostcallVectors() {}

  /**
   * Runs a case.
   *
   * @throws watertight.checker.text.InputError when it is not in the form
   */
  static VectorOutcome run(String file, String id, JsonNode one) {
    VectorFields fields = new VectorFields(file, id);
    CallName call = fields.call(one.path("call"));
    Fields arguments = fields.fields(one.path("args"), call.arguments());
    JsonNode remembers = one.path("remembers");
    Range enclave =
        remembers.path("enclave").isMissingNode()
            ? ENCLAVE
            : fields.range(remembers.path("enclave"));
    Answered answered =
        new Answered(
            new Picture(WORDS, enclave, List.of()),
            new HostCall(call, arguments),
            fields.fields(one.path("host_result"), call.answers()),
            fields.remembered(remembers),
            Guards.all());
    Judged judged = judge(answered);
    String expected = fields.expected(one.path("expect"));
    Map<Field, Long> values = fields.fields(one.path("value"), call.answers()).values();
    boolean ok = judged.verdict().equals(expected) && has(judged.values(), values);
    return new VectorOutcome(
        file,
        id,
        shown(call, expected, values),
        Optional.of(shown(call, judged.verdict(), judged.values())),
        judged.gate(),
        ok,
        Optional.empty());
  }

  private static Judged judge(Answered answered) {
    return switch (Shield.judge(answered)) {
      case Verdict.Accept accept -> new Judged("accept", Map.of(), Optional.empty());
      case Verdict.Retry retry -> new Judged("retry", Map.of(), Optional.empty());
      case Verdict.Clamp(Fields clamped) -> new Judged("clamp", clamped.values(), Optional.empty());
      case Verdict.Reject(Guard by) -> new Judged("reject", Map.of(), Optional.of(by.id()));
    };
  }

  private static boolean has(Map<Field, Long> all, Map<Field, Long> some) {
    return all.entrySet().containsAll(some.entrySet());
  }

  private static String shown(CallName call, String verdict, Map<Field, Long> values) {
    List<String> parts = new ArrayList<>(List.of(verdict));
    Shown shown = new Shown(WORDS);
    parts.addAll(
        values.entrySet().stream()
            .map(one -> shown.field(call, one.getKey(), one.getValue()))
            .collect(Collectors.toList()));
    return String.join(" ", parts);
  }
}
