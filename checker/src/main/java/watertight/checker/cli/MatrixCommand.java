package watertight.checker.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watertight.checker.matrix.Matrix;
import watertight.checker.matrix.Row;
import watertight.checker.report.MatrixReport;
import watertight.checker.report.Ticker;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.ExitCode;
import watertight.model.Claim;

/** Takes each guard away and shows who notices. */
@Command(
    name = "matrix",
    header =
        "Take each guard away: which engine notices, with which others away, in how many steps.",
    description =
        "Without a system: all. Exit code 0: every guard is caught by some engine; 4: one is not.",
    footerHeading = "%nExample:%n",
    footer = "  ./watertight matrix chroot --engine explore,fuzz")
final class MatrixCommand extends Action {
  private static final List<EngineId> SEARCHING =
      List.of(EngineId.EXPLORE, EngineId.FUZZ, EngineId.ALLOY, EngineId.SMT);
  private static final int MOST_AT_ONCE = 2;

  @Parameters(arity = "0..*", paramLabel = "SYSTEM", description = "Whose guards; all by default.")
  private List<String> systems = List.of();

  @Option(
      names = "--sets",
      defaultValue = "2",
      paramLabel = "K",
      description = "The most guards that are away at once.")
  private int sets;

  @Option(
      names = "--engine",
      split = ",",
      paramLabel = "E",
      description = "Only these engines: explore, fuzz, alloy, smt.")
  private List<String> only = List.of();

  @Option(
      names = "--time",
      defaultValue = "10m",
      paramLabel = "T",
      description = "End after this time, such as 60s or 2m.")
  private String time;

  @Override
  ExitCode run() {
    boolean json = isJson();
    if (sets < 1 || sets > 5) {
      throw usage("--sets: found \"%d\", expected 1 to 5".formatted(sets));
    }
    List<Engine> engines = engines();
    Matrix matrix = new Matrix(claims(), engines, sets);
    int threads = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    Budget budget = Budget.of(time("--time", time), 1, "default", 1);
    List<Row> rows;
    try (Ticker ticker = new Ticker(terminal())) {
      rows = matrix.rows(budget, threads, ticker::begins, ticker::ended);
    }
    List<EngineId> ids = engines.stream().map(Engine::id).toList();
    terminal()
        .print(json ? MatrixReport.json(rows) : MatrixReport.text(rows, ids, terminal().style()));
    return rows.stream().allMatch(Row::isCaught) ? ExitCode.AS_EXPECTED : ExitCode.VACUOUS;
  }

  private List<Engine> engines() {
    for (String name : only) {
      if (SEARCHING.stream().noneMatch(id -> id.text().equals(name))) {
        throw unknown("engine for --engine", name, SEARCHING.stream().map(EngineId::text).toList());
      }
    }
    return Engines.all().stream()
        .filter(engine -> SEARCHING.contains(engine.id()))
        .filter(engine -> only.isEmpty() || only.contains(engine.id().text()))
        .toList();
  }

  private List<Claim> claims() {
    for (String system : systems) {
      if (!Catalogue.systems().contains(system)) {
        throw unknown("system", system, Catalogue.systems());
      }
    }
    return Catalogue.claims().stream()
        .filter(claim -> systems.isEmpty() || systems.contains(claim.system()))
        .toList();
  }
}
