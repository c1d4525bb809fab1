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

  /** Whether there is what a command looks for. */
  AlloyAnswer run(String label, Duration time) {
    return once(new Question(spec.module(), label, List.of()), () -> spec.exists(label, time));
  }

  /** Whether there is a counterexample to a predicate without these guards. */
  AlloyAnswer any(String predicate, List<String> away, Duration time) {
    String asked = "(%s)".formatted(predicate);
    return once(
        new Question(spec.module(), asked, away), () -> spec.exists(predicate, asked, away, time));
  }

  /** A shortest counterexample that can be told. */
  AlloyAnswer told(String predicate, List<String> away, Duration time) {
    String asked = Expressible.among(predicate);
    return once(
        new Question(spec.module(), asked, away),
        () -> spec.shortest(predicate, asked, away, time));
  }

  /** A shortest counterexample to a predicate, of any kind. */
  AlloyAnswer shortest(String predicate, List<String> away, Duration time) {
    return once(
        new Question(spec.module(), predicate, away), () -> spec.check(predicate, away, time));
  }

  /** A counterexample with the fewest events, one that comes to an end. */
  AlloyAnswer ended(String predicate, List<String> away, Duration time) {
    String asked = "(%s or not eventually no Now.who)".formatted(predicate);
    return once(
        new Question(spec.module(), asked, away),
        () -> spec.shortest(predicate, asked, away, time));
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
