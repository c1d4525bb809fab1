package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import watertight.checker.pages.ClaimPage;
import watertight.checker.trace.RenderedTrace;
import watertight.model.Claim;
import watertight.model.Guard;

/**
 * All there is about a claim, on one page.
 *
 * @param claim the claim
 * @param page what is written about it
 * @param engines the engines that cover it
 * @param limits what is not modelled of what it speaks about
 * @param trace how it breaks: a known one, searched again
 */
public record Explanation(
    Claim claim,
    ClaimPage page,
    List<String> engines,
    List<Limits> limits,
    Optional<RenderedTrace> trace) {
  private static final int WIDTH = 96;

  /** What is not modelled of a mechanism. */
  public record Limits(String mechanism, List<String> items) {}

  /** The page as text. */
  public List<String> text(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.strong(claim.name() + ": expected " + claim.expected().text()));
    lines.addAll(Lines.indented(Lines.wrapped(claim.statement(), WIDTH)));
    section(lines, style, "question", Lines.wrapped(page.only("question"), WIDTH));
    section(lines, style, "guards", guards());
    section(lines, style, "remarks", remarks());
    section(lines, style, "known breaks", breaks());
    section(lines, style, "engines", List.of(String.join(", ", engines)));
    section(lines, style, "litmus files", page.items("litmus"));
    section(lines, style, "sources", claim.sources());
    section(lines, style, "not modelled", notModelled());
    trace.ifPresent(found -> section(lines, style, "trace", TraceText.lines(found, style)));
    return lines;
  }

  private static void section(
      List<String> lines, Style style, String heading, List<String> content) {
    lines.add("");
    lines.add(style.strong(heading));
    lines.addAll(Lines.indented(content.isEmpty() ? List.of("none") : content));
  }

  private List<String> guards() {
    List<String> lines = new ArrayList<>();
    page.guards()
        .forEach(
            (guard, meaning) -> {
              lines.add(guard);
              lines.addAll(Lines.indented(Lines.wrapped(meaning, WIDTH - 2)));
            });
    return lines;
  }

  private List<String> remarks() {
    return page.remarks().stream().flatMap(text -> Lines.wrapped(text, WIDTH).stream()).toList();
  }

  private List<String> breaks() {
    Table table = new Table();
    for (ClaimPage.Break known : page.breaks()) {
      String away =
          known.away().isEmpty()
              ? "all guards in force"
              : "without " + String.join(", ", known.away());
      table.row(known.scenario(), away, Lines.count(known.steps(), "step"));
    }
    return table.lines();
  }

  private List<String> notModelled() {
    return limits.stream()
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(one.mechanism()), Lines.indented(bullets(one.items())).stream()))
        .toList();
  }

  private static List<String> bullets(List<String> items) {
    return items.stream().flatMap(item -> bullet(item).stream()).toList();
  }

  private static List<String> bullet(String item) {
    List<String> lines = Lines.wrapped(item, WIDTH - 4);
    List<String> bullet = new ArrayList<>();
    for (String line : lines) {
      bullet.add((bullet.isEmpty() ? "- " : "  ") + line);
    }
    return bullet;
  }

  /** The page as JSON. */
  public List<String> json() {
    ObjectNode object =
        Json.versioned()
            .put("claim", claim.name())
            .put("statement", claim.statement())
            .put("expected", claim.expected().text());
    object.set("guards", Json.strings(claim.guards().stream().map(Guard::id).toList()));
    object.set("sources", Json.strings(claim.sources()));
    object.set("engines", Json.strings(engines));
    object.set(
        "limits", Json.strings(limits.stream().flatMap(one -> one.items().stream()).toList()));
    trace.ifPresentOrElse(
        found -> object.set("trace", TraceJson.object(found)), () -> object.putNull("trace"));
    return Json.lines(object);
  }
}
