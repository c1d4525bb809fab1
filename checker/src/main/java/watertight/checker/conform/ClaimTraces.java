package watertight.checker.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import watertight.checker.search.Scenarios;
import watertight.checker.search.Searched;
import watertight.checker.search.SharedSearches;
import watertight.checker.text.Litmus;
import watertight.checker.text.LitmusFile;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.Progress;
import watertight.model.Claim;
import watertight.model.Guard;

/**
 * What there is of a claim to be put to a kernel: its known breaks, found by search, and the litmus
 * files that name it.
 */
final class ClaimTraces {
  private final SharedSearches searches;
  private @Nullable List<LitmusFile> files;

  /**
   * @param searches makes the searches, or has made them for another engine
   */
  ClaimTraces(SharedSearches searches) {
    this.searches = searches;
  }

  /**
   * One trace.
   *
   * @param origin the litmus file, or what is searched
   * @param litmus the trace; nothing where the search did not find one
   */
  record Origin(String origin, Optional<Litmus> litmus) {}

  /** The traces of a claim. */
  List<Origin> of(Claim claim, Budget budget, Progress progress) {
    List<Origin> all = new ArrayList<>();
    for (Claim.Check check : claim.checks()) {
      for (Claim.Twin twin : check.twins()) {
        Searched<?> searched = searches.search(check.scenario(), twin.away(), budget, progress);
        all.add(new Origin(origin(check, twin), searched.trace().map(ClaimTraces::litmus)));
      }
    }
    for (LitmusFile file : files()) {
      if (file.litmus().claim().equals(Optional.of(claim.name()))) {
        all.add(new Origin(file.file(), Optional.of(file.litmus())));
      }
    }
    return all;
  }

  private synchronized List<LitmusFile> files() {
    List<LitmusFile> known = files == null ? Records.litmus() : files;
    files = known;
    return known;
  }

  /** A trace as a litmus test. */
  static Litmus litmus(RenderedTrace trace) {
    return LitmusParser.parse(Source.of("trace", trace.litmus()), Scenarios.guards()).litmus();
  }

  private static String origin(Claim.Check check, Claim.Twin twin) {
    List<String> away = twin.away().stream().map(Guard::id).sorted().toList();
    return away.isEmpty()
        ? check.scenario()
        : check.scenario() + " without " + String.join(", ", away);
  }
}
