package watertight.checker.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import watertight.checker.explore.Reductions;
import watertight.checker.pages.ClaimPage;
import watertight.checker.pages.Pages;
import watertight.checker.report.Explanation;
import watertight.checker.report.Ticker;
import watertight.checker.search.KnownBreak;
import watertight.checker.search.Question;
import watertight.checker.search.Searched;
import watertight.checker.search.Systems;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ExitCode;
import watertight.model.Claim;

/** Shows the review page of one claim. */
@Command(
    name = "explain",
    header = "Show all there is about one claim: statement, guards, evidence, limits, a trace.",
    description =
        "The trace is the shortest counterexample; of a claim that holds, with one of its guards"
            + " away.",
    footerHeading = "%nExample:%n",
    footer = "  ./watertight explain chroot/moved-directory")
final class ExplainCommand extends Action {
  private static final Duration TIME = Duration.ofSeconds(30);

  @Parameters(paramLabel = "CLAIM", description = "The name of a claim.")
  private String name;

  @Override
  ExitCode run() {
    boolean json = isJson();
    Claim claim =
        Catalogue.claims().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    unknown("claim", name, Catalogue.claims().stream().map(Claim::name).toList()));
    ClaimPage page =
        Pages.of(name).orElseThrow(() -> usage("there is no page for " + name + " yet"));
    Explanation explanation = new Explanation(claim, page, engines(), limits(page), trace(claim));
    terminal().print(json ? explanation.json() : explanation.text(terminal().style()));
    return ExitCode.AS_EXPECTED;
  }

  private List<String> engines() {
    return Engines.all().stream()
        .filter(engine -> engine.covers(name))
        .map(engine -> engine.id().text())
        .toList();
  }

  private static List<Explanation.Limits> limits(ClaimPage page) {
    return page.items("limits").stream()
        .map(heading -> new Explanation.Limits(heading, Pages.limits(heading)))
        .toList();
  }

  private Optional<RenderedTrace> trace(Claim claim) {
    Optional<KnownBreak> known = KnownBreak.ofClaim(claim).stream().findFirst();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    KnownBreak found = known.get();
    Budget budget = Budget.of(TIME, 0, "default", 1);
    Question<?> question =
        Systems.withScenario(found.scenario())
            .question(found.scenario(), budget.scope(), found.away());
    try (Ticker ticker = new Ticker(terminal())) {
      return Searched.run(question, Reductions.ALL, budget, ticker.begins("trace")).trace();
    }
  }
}
