package watertight.checker.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watertight.checker.report.SearchJson;
import watertight.checker.report.SearchReport;
import watertight.checker.report.SearchText;
import watertight.checker.report.Ticker;
import watertight.checker.search.GuardSets;
import watertight.checker.search.Searched;
import watertight.checker.search.Situation;
import watertight.checker.search.Situations;
import watertight.checker.text.Source;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.ExitCode;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Verdict;
import watertight.model.Claim;
import watertight.model.Guard;

/** Searches somebody's own situation. */
@Command(
    name = "search",
    header = "Search a scenario of your own: the shortest way to its goal, or \"holds\".",
    description =
        "Says which guards decide: put back, they stop the trace; taken away, they break what"
            + " holds. Exit code 0: holds, or broken as the scenario's claim expects; 1: the goal"
            + " is reached; 3: not known; 4: the search was about nothing.",
    footerHeading = "%nExample:%n",
    footer = "  ./watertight search specs/scenarios/chroot/moved-directory.scenario")
final class SearchCommand extends Action {
  @Parameters(paramLabel = "FILE.scenario", description = "The scenario.")
  private String file;

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "GUARD",
      description = "Take these guards away, beside those of the scenario.")
  private List<String> without = List.of();

  @Option(
      names = "--time",
      defaultValue = "60s",
      paramLabel = "T",
      description = "End after this time, such as 60s or 2m.")
  private String time;

  @Override
  ExitCode run() {
    boolean json = isJson();
    Set<Guard> away = guards("--without", without);
    Budget budget = Budget.of(time("--time", time), 0, "default", 1);
    Situation situation = Situations.read(Source.read(path(file)), budget.scope(), away);
    check(away, situation.guards());
    SearchReport report;
    try (Ticker ticker = new Ticker(terminal())) {
      report = report(situation, budget, ticker.begins("search"));
    }
    terminal()
        .print(json ? SearchJson.lines(report) : SearchText.lines(report, terminal().style()));
    return exitCode(report.evidence().verdict(), situation.claim(), away);
  }

  private void check(Set<Guard> away, List<Guard> known) {
    List<String> names = known.stream().map(Guard::id).toList();
    for (Guard guard : away) {
      if (!known.contains(guard)) {
        throw unknown("guard of this machine for --without", guard.id(), names);
      }
    }
  }

  private static SearchReport report(Situation situation, Budget budget, Progress progress) {
    Searched<?> search = situation.search(budget, progress);
    Evidence evidence = search.evidence();
    GuardSets sets =
        switch (evidence.verdict()) {
          case BROKEN -> situation.stoppedBy(budget, progress);
          case HOLDS -> situation.breaksWithout(search, budget, progress);
          case VACUOUS, INCONCLUSIVE, NOT_RUN, NOT_COVERED, DISAGREEMENT ->
              new GuardSets(List.of(), 0);
        };
    return new SearchReport(
        evidence,
        sets.sets().stream().map(set -> set.stream().map(Guard::id).sorted().toList()).toList(),
        sets.size());
  }

  private static ExitCode exitCode(Verdict verdict, Optional<String> about, Set<Guard> away) {
    return switch (verdict) {
      case HOLDS -> ExitCode.AS_EXPECTED;
      case BROKEN -> isExpected(about, away) ? ExitCode.AS_EXPECTED : ExitCode.FELL;
      case VACUOUS -> ExitCode.VACUOUS;
      case INCONCLUSIVE, NOT_RUN, NOT_COVERED -> ExitCode.INCONCLUSIVE;
      case DISAGREEMENT -> ExitCode.FELL;
    };
  }

  private static boolean isExpected(Optional<String> about, Set<Guard> away) {
    Optional<Claim> claim =
        Catalogue.claims().stream()
            .filter(one -> about.equals(Optional.of(one.name())))
            .findFirst();
    return away.isEmpty()
        && claim.map(one -> one.expected() == Claim.Expected.BROKEN).orElse(false);
  }
}
