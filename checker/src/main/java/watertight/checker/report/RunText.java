package watertight.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watertight.checker.report.Table.Cell;
import watertight.checker.run.FileOutcome;
import watertight.checker.run.RunSummary;
import watertight.checker.run.StepOutcome;
import watertight.checker.run.VectorOutcome;

/** The results of {@code run} as text. */
public final class RunText {
  private static final int MODEL = 3;
  private static final int KERNEL = 4;
  private static final int WIDEST = 72;
  private final Style style;

  /** Text in this style. */
  public RunText(Style style) {
    this.style = style;
  }

  /**
   * One line a file, and the steps of each file that fails, or of a file that is alone; then the
   * sum. Files that cannot be used are left to standard error where nothing else was run.
   */
  public List<String> lines(List<FileOutcome> outcomes) {
    List<String> lines = new ArrayList<>();
    boolean alone = outcomes.size() == 1;
    int width = width(outcomes);
    for (FileOutcome outcome : outcomes) {
      switch (outcome) {
        case FileOutcome.Litmus litmus -> litmus(litmus, alone, width, lines);
        case FileOutcome.Vectors vectors -> vectors(vectors, lines);
        case FileOutcome.Bad bad -> {
          if (!alone) {
            lines.add(style.bad("bad     ") + bad.error());
          }
        }
      }
    }
    if (!alone || !(outcomes.getFirst() instanceof FileOutcome.Bad)) {
      lines.add(sum(RunSummary.of(outcomes)));
    }
    return lines;
  }

  private static int width(List<FileOutcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome instanceof FileOutcome.Litmus)
        .mapToInt(outcome -> outcome.file().length())
        .filter(width -> width <= WIDEST)
        .max()
        .orElse(0);
  }

  private void litmus(FileOutcome.Litmus litmus, boolean alone, int width, List<String> lines) {
    boolean ran = !litmus.steps().isEmpty();
    String gap = " ".repeat(Math.max(0, width - litmus.file().length()) + 2);
    lines.add(word(ran, litmus.ok()) + litmus.file() + gap + style.faint(litmus.name()));
    litmus.skipped().ifPresent(reason -> lines.add("        " + reason));
    if (ran && (alone || !litmus.ok())) {
      lines.addAll(Lines.indented(steps(litmus.steps())));
    }
  }

  private String word(boolean ran, boolean ok) {
    if (!ran) {
      return style.open("not run ");
    }
    return ok ? style.good("ok      ") : style.bad("failed  ");
  }

  private List<String> steps(List<StepOutcome> steps) {
    boolean onModel = steps.stream().anyMatch(step -> !step.model().isEmpty());
    boolean onKernel = steps.stream().anyMatch(step -> step.kernel().isPresent());
    Table table = new Table(WIDEST);
    table.row(
        columns(
            onModel,
            onKernel,
            Stream.of("", "step", "expected", "model", "kernel", "gate", "").map(Cell::of)));
    for (StepOutcome step : steps) {
      table.row(columns(onModel, onKernel, cells(step)));
    }
    return table.lines();
  }

  private Stream<Cell> cells(StepOutcome step) {
    return Stream.of(
        Cell.of(String.valueOf(step.n())),
        Cell.of("[" + step.task() + "] " + step.call()),
        Cell.of(step.expected()),
        new Cell(step.model(), step.ok() ? style::good : style::bad),
        new Cell(step.kernel().orElse(""), step.ok() ? style::good : style::bad),
        new Cell(step.gate().orElse(""), style::open),
        new Cell(step.ok() ? "" : "line " + step.line() + " fails", style::bad));
  }

  /** The cells without those of the model or the kernel where it was not asked. */
  private static Cell[] columns(boolean onModel, boolean onKernel, Stream<Cell> cells) {
    List<Cell> all = new ArrayList<>(cells.toList());
    if (!onKernel) {
      all.remove(KERNEL);
    }
    if (!onModel) {
      all.remove(MODEL);
    }
    return all.toArray(Cell[]::new);
  }

  private void vectors(FileOutcome.Vectors vectors, List<String> lines) {
    List<VectorOutcome> ran =
        vectors.cases().stream().filter(one -> one.skipped().isEmpty()).toList();
    boolean ok = ran.stream().allMatch(VectorOutcome::ok);
    String counted = ran.isEmpty() ? "" : "  " + style.faint(Lines.count(ran.size(), "case"));
    lines.add(word(!ran.isEmpty(), ok) + vectors.file() + counted);
    for (VectorOutcome one : ran) {
      if (!one.ok()) {
        String model = one.model().orElse("") + one.gate().map(gate -> ", " + gate).orElse("");
        lines.add("        %s: expected %s, model %s".formatted(one.id(), one.expected(), model));
      }
    }
    vectors.cases().stream()
        .flatMap(one -> one.skipped().stream())
        .distinct()
        .forEach(reason -> lines.add("        " + because(vectors, reason)));
  }

  private static String because(FileOutcome.Vectors vectors, String reason) {
    long cases =
        vectors.cases().stream().filter(one -> one.skipped().equals(Optional.of(reason))).count();
    return "not run: " + Lines.count(cases, "case") + ", " + reason;
  }

  private String sum(RunSummary sum) {
    List<String> parts = new ArrayList<>();
    parts.add(Lines.count(sum.files(), "file"));
    if (sum.cases() > 0) {
      parts.add(Lines.count(sum.cases(), "case"));
    }
    parts.add(sum.ok() + " ok");
    parts.add(sum.failed() + " failed");
    optional(sum.bad(), "bad").ifPresent(parts::add);
    optional(sum.notRun(), "not run").ifPresent(parts::add);
    return String.join(", ", parts);
  }

  private static Optional<String> optional(long number, String what) {
    return number == 0 ? Optional.empty() : Optional.of(number + " " + what);
  }
}
