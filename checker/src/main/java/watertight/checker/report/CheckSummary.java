package watertight.checker.report;

import java.util.List;
import java.util.function.Predicate;
import watertight.checker.verdict.Combined;
import watertight.checker.verdict.Verdict;

/**
 * How many claims went how.
 *
 * @param claims all of them
 * @param ok as expected
 * @param fell the opposite of what is expected, disagreements included
 * @param vacuous could not have failed
 * @param inconclusive not known
 * @param notRun claims with an engine that has an artefact and could not run
 * @param disagreements claims about which descriptions or engines differ
 */
record CheckSummary(
    long claims,
    long ok,
    long fell,
    long vacuous,
    long inconclusive,
    long notRun,
    long disagreements) {
  static CheckSummary of(List<Combined> claims) {
    return new CheckSummary(
        claims.size(),
        count(claims, Combined::ok),
        count(claims, Combined::fell),
        count(claims, claim -> claim.verdict() == Verdict.VACUOUS),
        count(claims, claim -> claim.verdict() == Verdict.INCONCLUSIVE),
        count(
            claims,
            claim -> claim.evidence().stream().anyMatch(one -> one.verdict() == Verdict.NOT_RUN)),
        count(claims, claim -> claim.verdict() == Verdict.DISAGREEMENT));
  }

  private static long count(List<Combined> claims, Predicate<Combined> test) {
    return claims.stream().filter(test).count();
  }
}
