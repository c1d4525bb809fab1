package watertight.checker.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watertight.checker.kernel.Host;
import watertight.checker.report.RunJson;
import watertight.checker.report.RunText;
import watertight.checker.report.Ticker;
import watertight.checker.run.FileOutcome;
import watertight.checker.run.FileRuns;
import watertight.checker.run.KernelSide;
import watertight.checker.run.RunSummary;
import watertight.checker.run.Where;
import watertight.checker.search.Scenarios;
import watertight.checker.verdict.ExitCode;

/** Runs litmus files and test vectors. */
@Command(
    name = "run",
    header = "Run litmus files: step, expected, model; test vectors: case, expected, model.",
    description =
        "A directory stands for all *.litmus and *.json files below it, in the order of their"
            + " names. Files that cannot be used get their line, and the rest run.",
    footerHeading = "%nExample:%n",
    footer = "  ./watertight run specs/litmus/claims/moved-directory.litmus")
final class RunCommand extends Action {
  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "What to run.")
  private List<String> paths;

  @Option(
      names = "--on",
      paramLabel = "model|kernel|both",
      defaultValue = "model",
      description = "Against what.")
  private String on;

  @Override
  ExitCode run() {
    boolean json = isJson();
    Where where = Where.named(oneOf("--on", on, Where.names())).orElseThrow();
    List<Path> files = new ArrayList<>();
    paths.forEach(path -> files.addAll(FileRuns.expand(path(path))));
    List<FileOutcome> outcomes;
    Optional<Host> host;
    try (KernelSide kernel = new KernelSide()) {
      outcomes = run(files, where, kernel);
      host = kernel.host();
    }
    if (json) {
      terminal().print(RunJson.lines(outcomes, where, host));
    } else {
      terminal().print(new RunText(terminal().style()).lines(outcomes));
      host.ifPresent(one -> terminal().print(List.of("kernel: " + one.text())));
    }
    if (json || outcomes.size() == 1) {
      outcomes.forEach(this::complain);
    }
    return RunSummary.of(outcomes).exitCode(where != Where.MODEL);
  }

  private List<FileOutcome> run(List<Path> files, Where where, KernelSide kernel) {
    try (Ticker ticker = new Ticker(terminal())) {
      return new FileRuns(Scenarios.guards(), where, kernel)
          .run(files, file -> ticker.begins("running").show(file::toString));
    }
  }

  private void complain(FileOutcome outcome) {
    if (outcome instanceof FileOutcome.Bad bad) {
      terminal().say(bad.error());
    }
  }
}
