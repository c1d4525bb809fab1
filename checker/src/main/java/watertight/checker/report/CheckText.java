package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Combined;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Verdict;

/** The results of {@code check} as text: a block for each claim, the traces, the sum. */
public final class CheckText {
  private static final int WORD = 12;
  private static final int ENGINE = 7;
  private static final int VERDICT = 18;

  private final Style style;
  private final int nameWidth;
  private final Set<EngineId> asked;

  /**
   * @param names the names of all claims to come
   * @param asked the engines that were asked for by name; of the others, what they do not cover is
   *     left out
   */
  public CheckText(Style style, List<String> names, Set<EngineId> asked) {
    this.style = style;
    this.nameWidth = names.stream().mapToInt(String::length).max().orElse(0);
    this.asked = Set.copyOf(asked);
  }

  /** The block of one claim; blocks of different claims have their columns in common. */
  public List<String> lines(Combined claim) {
    List<String> lines = new ArrayList<>();
    String word = padded(word(claim), WORD);
    String name = padded(claim.run().claim(), nameWidth);
    String expected = "expected " + claim.run().expected().text();
    lines.add(coloured(claim, word) + style.strong(name) + "  " + expected);
    for (Evidence one : claim.evidence()) {
      if (one.verdict() != Verdict.NOT_COVERED || asked.contains(one.engine())) {
        lines.add("  " + evidence(one));
      }
    }
    claim
        .reason()
        .filter(reason -> claim.evidence().stream().noneMatch(one -> says(one, reason)))
        .ifPresent(reason -> lines.add("  because " + reason));
    return lines;
  }

  private static boolean says(Evidence one, String reason) {
    return one.reason().map(reason::equals).orElse(false);
  }

  private static String word(Combined claim) {
    return claim.ok() ? "ok" : claim.verdict().text();
  }

  private String coloured(Combined claim, String word) {
    return claim.ok() ? style.good(word) : claim.fell() ? style.bad(word) : style.open(word);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length())) + "  ";
  }

  private String evidence(Evidence one) {
    String verdict = verdict(one);
    String time = one.seconds().isPresent() ? Lines.seconds(one.seconds().getAsDouble()) : "";
    return padded(one.engine().text(), ENGINE)
        + padded(verdict, VERDICT)
        + details(one)
        + (time.isEmpty() ? "" : style.faint("  " + time));
  }

  /** The verdict and its strength: {@code holds (exhaustive)}. */
  static String verdict(Evidence one) {
    return one.verdict().text()
        + one.strength().map(strength -> " (" + strength.text() + ")").orElse("");
  }

  /** How far it looked, what it met, and why it says so. */
  static String details(Evidence one) {
    List<String> parts = new ArrayList<>();
    one.trace().ifPresent(trace -> parts.add(Lines.count(trace.steps().size(), "step")));
    one.bound().map(Bound::text).ifPresent(parts::add);
    counts(one, parts);
    one.reason().ifPresent(parts::add);
    return String.join("; ", parts);
  }

  private static void counts(Evidence one, List<String> parts) {
    if (one.actions().isPresent()) {
      parts.add(Lines.count(one.actions().getAsLong(), "action"));
    }
    if (one.states().isPresent()) {
      parts.add(Lines.count(one.states().getAsLong(), "state"));
    }
    if (one.exact().isPresent() && !one.exact().get()) {
      parts.add("states may have been left out");
    }
  }

  /** The traces, each after an empty line. */
  public List<String> traces(List<Combined> claims) {
    List<String> lines = new ArrayList<>();
    for (Combined claim : claims) {
      claim
          .trace()
          .ifPresent(
              trace -> {
                lines.add("");
                lines.addAll(TraceText.lines(trace, style));
              });
    }
    return lines;
  }

  /** The last lines: how many claims went how. */
  public List<String> sum(List<Combined> claims) {
    CheckSummary sum = CheckSummary.of(claims);
    List<String> parts = new ArrayList<>();
    parts.add(Lines.count(sum.claims(), "claim") + ": " + style.good(sum.ok() + " ok"));
    add(parts, sum.fell(), "fell");
    add(parts, sum.vacuous(), "vacuous");
    add(parts, sum.inconclusive(), "inconclusive");
    return List.of("", String.join(", ", parts));
  }

  private void add(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(style.bad(number + " " + what));
    }
  }
}
