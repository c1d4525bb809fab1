package watertight.checker.smt;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.Budget;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Progress;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;
import watertight.model.Guard;
import watertight.model.Guards;

/**
 * Checks claims for every size by the proofs in {@code specs/smt}. A proof counts only when it can
 * fail: with each guard that it used away, some part of it must have an exception. Where there is
 * no proof, it looks for a run, or an access, that breaks the claim: see {@link RunSearch} and
 * {@link AccessSearch}.
 */
public final class SmtEngine implements Engine {
  @Override
  public EngineId id() {
    return EngineId.SMT;
  }

  @Override
  public boolean covers(String claim) {
    return SmtScripts.proving(claim).isPresent() || RunSearch.covers(claim);
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    if (!covers(run.claim())) {
      return Evidence.notCovered(EngineId.SMT);
    }
    if (AccessSearch.covers(run.claim()) && !AccessSearch.speaksOf(run.without())) {
      return Evidence.notCovered(EngineId.SMT)
          .withReason("the text is about single accesses, and does not speak of what is away");
    }
    long started = System.nanoTime();
    Evidence proof =
        SmtScripts.proving(run.claim())
            .map(script -> proof(script, run, budget, progress))
            .orElseGet(() -> Proof.inconclusive("no proof"));
    boolean done = proof.verdict() != Verdict.INCONCLUSIVE;
    Evidence evidence = done ? proof : without(proof, run, budget, progress);
    return evidence.withSeconds((System.nanoTime() - started) / 1e9);
  }

  /** What can be said without a proof. */
  private static Evidence without(Evidence proof, ClaimRun run, Budget budget, Progress progress) {
    if (AccessSearch.covers(run.claim())) {
      return or(proof, AccessSearch.evidence(run, budget, progress));
    }
    return RunSearch.covers(run.claim())
        ? or(proof, RunSearch.evidence(run, budget, progress))
        : proof;
  }

  private static Evidence proof(SmtScript script, ClaimRun run, Budget budget, Progress progress) {
    try (Solver solver = new Solver(script)) {
      Set<String> away = run.without().stream().map(Guard::id).collect(Collectors.toSet());
      Guards guards = Guards.all().without(run.without());
      return new Proof(solver, script, script.of(run.claim()), guards, budget, progress)
          .evidence(away);
    }
  }

  /** Where neither a proof nor a run is found, it says why of both. */
  private static Evidence or(Evidence proof, Evidence run) {
    return run.verdict() == Verdict.INCONCLUSIVE
        ? run.withReason(proof.reason().orElseThrow() + "; " + run.reason().orElseThrow())
        : run;
  }

  /** The parts of one claim's proof. */
  private record Proof(
      Solver solver,
      SmtScript script,
      List<Obligation> parts,
      Guards guards,
      Budget budget,
      Progress progress) {

    Evidence evidence(Set<String> away) {
      Set<String> used = new TreeSet<>();
      for (Obligation part : first(away)) {
        progress.show(part::text);
        switch (solver.ask(part, away, budget.left())) {
          case SmtAnswer.Proved(List<String> guards) -> used.addAll(guards);
          case SmtAnswer.Exception(String model) -> {
            return exception(part, model);
          }
          case SmtAnswer.Unknown(String reason) -> {
            return inconclusive("\"" + part.text() + "\": " + reason);
          }
        }
      }
      Set<String> idle = idle(used, away);
      return idle.isEmpty() ? holds(used) : vacuous(idle);
    }

    /** The parts, those first of which an assumption is away: an exception is found at once. */
    private List<Obligation> first(Set<String> away) {
      return parts.stream()
          .sorted(Comparator.comparing(part -> Collections.disjoint(part.guards(), away)))
          .toList();
    }

    /** An exception that stands for an exchange is played in the machine. */
    private Evidence exception(Obligation part, String model) {
      String what = "an exception to \"" + part.text() + "\"";
      if (part.exchange().isEmpty()) {
        return inconclusive("no proof: " + what);
      }
      String exchange = part.exchange().get();
      return HostcallException.replay(part.claim(), part.text(), exchange, model, guards)
          .map(trace -> Evidence.broken(EngineId.SMT, Bound.sampled(script.bound()), trace))
          .orElseGet(
              () ->
                  Evidence.of(
                      EngineId.SMT,
                      Verdict.DISAGREEMENT,
                      "%s does no harm in the machine: %s"
                          .formatted(what, model.replaceAll("\\s+", " "))));
    }

    /** The used guards without which everything is proved as well. */
    private Set<String> idle(Set<String> used, Set<String> away) {
      Set<String> idle = new TreeSet<>();
      for (String guard : used) {
        progress.show(() -> "without " + guard);
        Set<String> more = new LinkedHashSet<>(away);
        more.add(guard);
        if (naming(guard).noneMatch(part -> fails(part, more))) {
          idle.add(guard);
        }
      }
      return idle;
    }

    /** The parts that a guard's absence can change. */
    private Stream<Obligation> naming(String guard) {
      return parts.stream().filter(part -> part.guards().contains(guard));
    }

    private boolean fails(Obligation part, Set<String> away) {
      return solver.ask(part, away, budget.left()) instanceof SmtAnswer.Exception;
    }

    private Evidence holds(Set<String> used) {
      String rests = used.isEmpty() ? "" : "; rests on " + String.join(", ", used);
      return Evidence.holds(EngineId.SMT, Strength.FOR_ALL, Bound.none(script.bound() + rests));
    }

    private static Evidence vacuous(Set<String> idle) {
      return Evidence.of(
          EngineId.SMT,
          Verdict.VACUOUS,
          "proved without " + String.join(", ", idle) + " as well, which the proof should need");
    }

    private static Evidence inconclusive(String reason) {
      return Evidence.of(EngineId.SMT, Verdict.INCONCLUSIVE, reason);
    }
  }

  @Override
  public String scope(String scope) {
    return "every size, in every scope";
  }
}
