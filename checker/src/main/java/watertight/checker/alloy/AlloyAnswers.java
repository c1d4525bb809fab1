package watertight.checker.alloy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the solver says to the questions about one claim. The same question is put to it once in a
 * process, unless the time was over.
 */
final class AlloyAnswers {
  private record Question(String module, String text, List<String> away) {}

  private static final Map<Question, AlloyAnswer> KNOWN = new ConcurrentHashMap<>();

  private final AlloySpec spec;

  AlloyAnswers(AlloySpec spec) {
    this.spec = spec;
  }

  AlloySpec spec() {
    return spec;
  }

  /** The answer to a command as it stands. */
  AlloyAnswer run(String label, Duration time) {
    return once(new Question(spec.module(), label, List.of()), () -> spec.run(label, time));
  }

  /** A counterexample to a predicate without these guards, any or one that can be told. */
  AlloyAnswer check(String predicate, List<String> away, boolean expressible, Duration time) {
    String asked = expressible ? Expressible.among(predicate) : "(%s)".formatted(predicate);
    return once(
        new Question(spec.module(), asked, away), () -> spec.check(predicate, asked, away, time));
  }

  private static AlloyAnswer once(Question question, Supplier<AlloyAnswer> ask) {
    AlloyAnswer known = KNOWN.get(question);
    if (known != null) {
      return known;
    }
    AlloyAnswer answer = ask.get();
    if (answer.kind() != AlloyAnswer.Kind.OUT_OF_TIME) {
      KNOWN.put(question, answer);
    }
    return answer;
  }
}
