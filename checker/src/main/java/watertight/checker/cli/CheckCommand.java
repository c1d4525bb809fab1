package watertight.checker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watertight.checker.report.CheckJson;
import watertight.checker.report.CheckText;
import watertight.checker.report.JunitXml;
import watertight.checker.report.Ticker;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimChecks;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Combined;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.ExitCode;
import watertight.checker.verdict.Verdict;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.linux.Settings;

/** Checks claims. */
@Command(
    name = "check",
    header = "Check claims by the engines that cover them.",
    description =
        "Without a claim: all. Exit code 0: every claim is as expected; 1: one fell; 3: not known;"
            + " 4: a check that could not have failed.",
    footerHeading = "%nExample:%n",
    footer = "  ./watertight check 'chroot/*' --engine explore --report junit=report.xml")
final class CheckCommand extends Action {
  private static final int MOST_AT_ONCE = 2;
  private static final String JUNIT = "junit=";

  @Parameters(
      arity = "0..*",
      paramLabel = "CLAIM",
      description =
          "The name of a claim, a system such as chroot, or a pattern such as 'chroot/*'.")
  private List<String> names = List.of();

  @Option(
      names = "--engine",
      split = ",",
      paramLabel = "E",
      description =
          "Only these engines: explore, fuzz, alloy, smt, agree, kernel; by default each that"
              + " covers the claim.")
  private List<String> only = List.of();

  @Option(
      names = "--require",
      split = ",",
      paramLabel = "E",
      description = "A claim is inconclusive when one of these has an artefact and cannot run.")
  private List<String> require = List.of();

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "GUARD",
      description = "Take these guards away.")
  private List<String> without = List.of();

  @Option(
      names = "--scope",
      defaultValue = "default",
      paramLabel = "small|default|large",
      description = "How far to look; \"list\" says what it means.")
  private String scope;

  @Option(
      names = "--time",
      defaultValue = "5m",
      paramLabel = "T",
      description =
          "End after this time, such as 60s or 2m; what is not known then is inconclusive.")
  private String time;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where random numbers start (default: 1).")
  private @Nullable Long seed;

  @Option(
      names = "--report",
      paramLabel = "junit=FILE",
      description = "Also write a report for CI systems.")
  private @Nullable String report;

  @Override
  ExitCode run() {
    boolean json = isJson();
    List<ClaimRun> claims = claims();
    Set<EngineId> engines = engines("--engine", only);
    Set<EngineId> required = engines("--require", require);
    Optional<Path> junit = junit();
    long start = seed == null ? 1 : seed;
    if (seed == null) {
      main().repeatWith("--seed", String.valueOf(start));
    }
    int cores = Runtime.getRuntime().availableProcessors();
    List<Engine> asked = Engines.asked(engines, required, !without.isEmpty());
    int atOnce = Math.min(MOST_AT_ONCE, Math.min(cores, claims.size() * asked.size()));
    Budget budget = Budget.of(time("--time", time), start, scope(), Math.max(1, cores / atOnce));
    Set<EngineId> named = EnumSet.noneOf(EngineId.class);
    named.addAll(engines);
    named.addAll(required);
    CheckText text =
        new CheckText(terminal().style(), claims.stream().map(ClaimRun::claim).toList(), named);
    List<Combined> results;
    try (Ticker ticker = new Ticker(terminal())) {
      ClaimChecks checks = new ClaimChecks(asked, named, ticker::begins, ticker::ended);
      results =
          checks.run(
              claims,
              budget,
              atOnce,
              one -> {
                if (!json) {
                  terminal().print(text.lines(one));
                }
              });
    }
    if (json) {
      terminal().print(CheckJson.lines(results, start, rules()));
    } else {
      terminal().print(text.traces(results));
      terminal().print(text.sum(results));
    }
    junit.ifPresent(file -> write(file, results));
    return results.stream().map(Combined::exitCode).reduce(ExitCode.AS_EXPECTED, ExitCode::and);
  }

  private List<ClaimRun> claims() {
    Set<Guard> away = guards("--without", without);
    Set<Claim> chosen = new LinkedHashSet<>();
    for (String name : names) {
      List<Claim> meant = Catalogue.claims().stream().filter(claim -> means(name, claim)).toList();
      if (meant.isEmpty()) {
        throw unknown("claim", name, Catalogue.claimNames());
      }
      chosen.addAll(meant);
    }
    return Catalogue.claims().stream()
        .filter(claim -> names.isEmpty() || chosen.contains(claim))
        .map(claim -> new ClaimRun(claim.name(), expected(claim), away))
        .toList();
  }

  private static boolean means(String name, Claim claim) {
    return claim.name().equals(name)
        || claim.system().equals(name)
        || pattern(name).matcher(claim.name()).matches();
  }

  private static Pattern pattern(String name) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '*' -> pattern.append(".*");
        case '?' -> pattern.append('.');
        default -> pattern.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(pattern.toString());
  }

  private static Verdict expected(Claim claim) {
    return switch (claim.expected()) {
      case HOLDS -> Verdict.HOLDS;
      case BROKEN -> Verdict.BROKEN;
    };
  }

  private Set<EngineId> engines(String option, List<String> texts) {
    Set<EngineId> engines = EnumSet.noneOf(EngineId.class);
    for (String text : texts) {
      engines.add(
          EngineId.named(text)
              .orElseThrow(() -> unknown("engine for " + option, text, EngineId.names())));
    }
    return engines;
  }

  private String scope() {
    return oneOf("--scope", scope, List.of("small", "default", "large"));
  }

  private Optional<Path> junit() {
    if (report == null) {
      return Optional.empty();
    }
    if (!report.startsWith(JUNIT) || report.equals(JUNIT)) {
      throw usage("--report: found \"" + report + "\", expected junit=FILE");
    }
    Path file = path(report.substring(JUNIT.length()));
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory) || Files.isDirectory(file)) {
      throw usage("--report: found \"" + file + "\", expected a file in a directory that exists");
    }
    return Optional.of(file);
  }

  private void write(Path file, List<Combined> results) {
    try {
      JunitXml.write(file, results);
    } catch (IOException e) {
      throw usage("--report: cannot write " + file + " (" + e.getMessage() + ")");
    }
  }

  private static Map<String, Integer> rules() {
    Map<String, Integer> rules = new LinkedHashMap<>();
    int[] values = Settings.LINUX_6_18.values();
    for (int i = 0; i < values.length; i++) {
      rules.put(Settings.NAMES.get(i), values[i]);
    }
    return rules;
  }
}
