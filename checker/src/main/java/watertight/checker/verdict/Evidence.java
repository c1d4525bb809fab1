package watertight.checker.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import watertight.checker.trace.RenderedTrace;

/**
 * What one engine found out about one claim. An engine fills only the fields that it has.
 *
 * @param engine who says so
 * @param verdict what it says
 * @param strength how much a {@code holds} says
 * @param bound how far it looked
 * @param actions how many action instances there were to choose from
 * @param states how many distinct states it met
 * @param transitions how many state-changing steps it took
 * @param exact whether no state can have been left out, as hashing would
 * @param seconds how long it took
 * @param reason why it says so, where the verdict alone does not tell
 * @param trace the counterexample, replayed in the model; without it {@code broken} is not believed
 */
public record Evidence(
    EngineId engine,
    Verdict verdict,
    Optional<Strength> strength,
    Optional<Bound> bound,
    OptionalLong actions,
    OptionalLong states,
    OptionalLong transitions,
    Optional<Boolean> exact,
    OptionalDouble seconds,
    Optional<String> reason,
    Optional<RenderedTrace> trace) {
  public Evidence {
    if (strength.isPresent() != (verdict == Verdict.HOLDS)) {
      throw new IllegalArgumentException("a strength belongs to holds, and to nothing else");
    }
  }

  /** It holds so strongly within this bound. */
  public static Evidence holds(EngineId engine, Strength strength, Bound bound) {
    return bare(engine, Verdict.HOLDS, Optional.of(strength), Optional.of(bound));
  }

  /** It is broken: this trace, replayed in the model, reaches the goal. */
  public static Evidence broken(EngineId engine, Bound bound, RenderedTrace trace) {
    return bare(engine, Verdict.BROKEN, Optional.empty(), Optional.of(bound)).withTrace(trace);
  }

  /** Any other verdict, with its reason. */
  public static Evidence of(EngineId engine, Verdict verdict, String reason) {
    return bare(engine, verdict, Optional.empty(), Optional.empty()).withReason(reason);
  }

  /** The engine has no artefact for the claim. */
  public static Evidence notCovered(EngineId engine) {
    return bare(engine, Verdict.NOT_COVERED, Optional.empty(), Optional.empty());
  }

  private static Evidence bare(
      EngineId engine, Verdict verdict, Optional<Strength> strength, Optional<Bound> bound) {
    return new Evidence(
        engine,
        verdict,
        strength,
        bound,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** With how far it looked. */
  public Evidence withBound(Bound bound) {
    return new Evidence(
        engine,
        verdict,
        strength,
        Optional.of(bound),
        actions,
        states,
        transitions,
        exact,
        seconds,
        reason,
        trace);
  }

  /** With the counts of a search. */
  public Evidence withCounts(long actions, long states, long transitions, boolean exact) {
    return new Evidence(
        engine,
        verdict,
        strength,
        bound,
        OptionalLong.of(actions),
        OptionalLong.of(states),
        OptionalLong.of(transitions),
        Optional.of(exact),
        seconds,
        reason,
        trace);
  }

  /** With how many action instances there were to choose from. */
  public Evidence withActions(long actions) {
    return new Evidence(
        engine,
        verdict,
        strength,
        bound,
        OptionalLong.of(actions),
        states,
        transitions,
        exact,
        seconds,
        reason,
        trace);
  }

  /** With how long it took. */
  public Evidence withSeconds(double seconds) {
    return new Evidence(
        engine,
        verdict,
        strength,
        bound,
        actions,
        states,
        transitions,
        exact,
        OptionalDouble.of(seconds),
        reason,
        trace);
  }

  /** With why. */
  public Evidence withReason(String reason) {
    return new Evidence(
        engine,
        verdict,
        strength,
        bound,
        actions,
        states,
        transitions,
        exact,
        seconds,
        Optional.of(reason),
        trace);
  }

  /** With a counterexample, or what comes nearest to one. */
  public Evidence withTrace(RenderedTrace trace) {
    return new Evidence(
        engine,
        verdict,
        strength,
        bound,
        actions,
        states,
        transitions,
        exact,
        seconds,
        reason,
        Optional.of(trace));
  }
}
