package watertight.checker.matrix;

import java.util.List;

/** What one engine makes of one missing guard. */
public sealed interface Catch {
  /** It has no artefact for a claim that rests on the guard, or cannot say; why. */
  record DoesNotApply(String reason) implements Catch {}

  /** It finds nothing wrong without the guard. */
  record Missed() implements Catch {}

  /**
   * It has a counterexample.
   *
   * @param claim to which claim
   * @param steps its length
   * @param with the other guards that had to be away too
   */
  record Caught(String claim, int steps, List<String> with) implements Catch {
    public Caught {
      with = List.copyOf(with);
    }
  }
}
