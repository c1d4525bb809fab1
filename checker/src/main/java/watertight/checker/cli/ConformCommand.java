package watertight.checker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import watertight.checker.conform.Conform;
import watertight.checker.conform.Limits;
import watertight.checker.conform.Report;
import watertight.checker.honest.RealAnswers;
import watertight.checker.honest.Tally;
import watertight.checker.kernel.BareRuns;
import watertight.checker.kernel.Host.Network;
import watertight.checker.kernel.LocalHostcalls;
import watertight.checker.kernel.NotRun;
import watertight.checker.report.ConformJson;
import watertight.checker.report.ConformText;
import watertight.checker.report.RealAnswersReport;
import watertight.checker.report.Ticker;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.ExitCode;
import watertight.model.Guards;

/** Takes model and kernel through the same runs. */
@Command(
    name = "conform",
    header = "Lockstep of model and kernel: the litmus files, then random runs.",
    description =
        "Every answer and what can be seen afterwards must be the same. The first difference ends"
            + " the random runs; it is shrunk and shown as a litmus file. Exit code 0: they agree;"
            + " 1: they differ; 3: the kernel could not be asked.",
    footerHeading = "%nExample:%n",
    footer = "  ./watertight conform --runs 5000 --save differences")
final class ConformCommand extends Action {
  private static final int MOST_CALLS = 1000;
  private static final int BARE = 1000;
  private static final String LINUX = "linux";
  private static final String HOSTCALL = "hostcall";

  @Option(
      names = "--machine",
      paramLabel = "MACHINE",
      defaultValue = LINUX,
      description = {
        "linux (default), or hostcall: the kernel's real answers to the calls of an enclave, each",
        "of which must pass the shields; a run is 300 calls."
      })
  private String machine = LINUX;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "The number of random runs (default: 2000, or as many as --time allows).")
  private @Nullable Long runs;

  @Option(
      names = "--calls",
      paramLabel = "N",
      description = "How many calls are drawn for each run (default: 20; 300 with hostcall).")
  private @Nullable Integer calls;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where random numbers start (default: fresh).")
  private @Nullable Long seed;

  @Option(
      names = "--time",
      paramLabel = "T",
      description = "End after this time, such as 60s or 2m.")
  private @Nullable String time;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many worlds there are at a time (default: two for each processor).")
  private int threads = 2 * Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "GUARD",
      description = "Take these guards away from the model, which must then differ.")
  private List<String> without = List.of();

  @Option(
      names = "--baseline",
      description = "Also measure a bare C loop of runs of the same kind.")
  private boolean baseline;

  @Option(
      names = "--net",
      description = "Give each world a network namespace too, the bare loop's also.")
  private boolean net;

  @Option(names = "--save", paramLabel = "DIR", description = "Keep differences as litmus files.")
  private @Nullable String save;

  @Override
  ExitCode run() {
    if (machine.equals(HOSTCALL)) {
      return hostcalls();
    }
    if (!machine.equals(LINUX)) {
      throw unknown("machine for --machine", machine, List.of(LINUX, HOSTCALL));
    }
    boolean json = isJson();
    Guards guards = Guards.all().without(guards("--without", without));
    Optional<Path> directory = Optional.ofNullable(save).map(this::path);
    Limits limits = limits();
    try {
      BareRuns bareRuns = new BareRuns(limits.threads(), limits.calls(), network());
      measure(bareRuns);
      Report report = conform(guards, limits);
      measure(bareRuns);
      Optional<Double> bare = baseline ? Optional.of(bareRuns.runsPerSecond()) : Optional.empty();
      List<Path> saved = directory.map(into -> save(into, report)).orElse(List.of());
      terminal()
          .print(
              json
                  ? ConformJson.lines(report, bare)
                  : ConformText.lines(report, bare, terminal().style()));
      saved.forEach(
          file ->
              terminal().say("to repeat a difference: ./watertight run " + file + " --on both"));
      return exitCode(report);
    } catch (NotRun e) {
      terminal().say("not run: " + e.getMessage());
      return ExitCode.INCONCLUSIVE;
    }
  }

  /** Half of it before and half after the runs, since machines are not always equally busy. */
  private void measure(BareRuns bareRuns) throws NotRun {
    if (baseline) {
      bareRuns.measure(BARE);
    }
  }

  private Network network() {
    return net ? Network.OWN : Network.SHARED;
  }

  private Report conform(Guards guards, Limits limits) throws NotRun {
    Conform conform = new Conform(() -> Kernels.open(network()), guards, limits);
    try (Ticker ticker = new Ticker(terminal())) {
      ticker.begins("conform").show(() -> "%,d random runs".formatted(conform.runs()));
      return conform.run();
    }
  }

  private ExitCode hostcalls() {
    if (baseline || net) {
      throw usage("--machine hostcall: has no --baseline and no --net");
    }
    boolean json = isJson();
    Guards guards = Guards.all().without(guards("--without", without));
    Limits limits = limits(400, 300);
    Tally tally = new Tally();
    try (Ticker ticker = new Ticker(terminal())) {
      ticker.begins("conform").show(() -> "%,d real answers".formatted(tally.answers()));
      RealAnswers.Report report =
          new RealAnswers(LocalHostcalls::open, guards)
              .run(
                  new RealAnswers.Limits(
                      limits.seed(), Long.MAX_VALUE, limits.runs(), limits.calls(), limits.spent()),
                  tally);
      ticker.ended("conform");
      report.trace().ifPresent(this::keep);
      terminal()
          .print(
              json
                  ? RealAnswersReport.json(report)
                  : RealAnswersReport.text(report, terminal().style()));
      return report.wrong().isPresent() ? ExitCode.FELL : ExitCode.AS_EXPECTED;
    } catch (NotRun e) {
      terminal().say("not run: " + e.getMessage());
      return ExitCode.INCONCLUSIVE;
    }
  }

  private void keep(RenderedTrace trace) {
    if (save != null) {
      write(path(save), "answer", trace.litmus());
    }
  }

  private Limits limits() {
    return limits(2000, 20);
  }

  private Limits limits(long usualRuns, int usualCalls) {
    int drawn = calls == null ? usualCalls : calls;
    positive("--calls", drawn, MOST_CALLS);
    positive("--threads", threads, Runtime.getRuntime().availableProcessors() * 4);
    if (runs != null && runs < 0) {
      throw usage("--runs: found %d, expected a number from 0 on".formatted(runs));
    }
    long start = seed == null ? ThreadLocalRandom.current().nextLong(1L << 48) : seed;
    if (seed == null) {
      main().repeatWith("--seed", String.valueOf(start));
    }
    long most = runs != null ? runs : time == null ? usualRuns : Long.MAX_VALUE;
    return new Limits(start, most, drawn, threads, true, spent());
  }

  private BooleanSupplier spent() {
    if (time == null) {
      return () -> false;
    }
    Duration most = time("--time", time);
    long start = System.nanoTime();
    return () -> System.nanoTime() - start > most.toNanos();
  }

  private void positive(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw usage("%s: found %d, expected a number from 1 to %d".formatted(option, value, most));
    }
  }

  private List<Path> save(Path directory, Report report) {
    List<Path> files = new ArrayList<>();
    for (Report.Found found : report.disagreements()) {
      String name = found.origin().replaceAll("[^A-Za-z0-9]+", "-").replace("-litmus", "");
      files.add(write(directory, report.seed() + "-" + name, found.text()));
    }
    return files;
  }

  private Path write(Path directory, String name, String text) {
    try {
      Files.createDirectories(directory);
      return Files.writeString(directory.resolve(name + ".litmus"), text);
    } catch (IOException e) {
      throw usage("--save: cannot write to " + directory + " (" + e.getMessage() + ")");
    }
  }

  private static ExitCode exitCode(Report report) {
    if (!report.disagreements().isEmpty() || !report.unexpected().isEmpty()) {
      return ExitCode.FELL;
    }
    return report.litmus() == 0 && report.runs() == 0
        ? ExitCode.INCONCLUSIVE
        : ExitCode.AS_EXPECTED;
  }
}
