package watertight.checker.verdict;

/** One way to check claims. */
public interface Engine {
  /** Which one it is. */
  EngineId id();

  /** Whether there is an artefact for the claim. Must be quick: {@code list} asks for every one. */
  boolean covers(String claim);

  /**
   * Checks one claim; {@link Evidence#notCovered} when there is no artefact for it. Several threads
   * may call this at once. What an engine cannot do is a verdict; only its own faults are thrown.
   */
  Evidence check(ClaimRun run, Budget budget, Progress progress);

  /**
   * Whether it checks one claim at a time in a process: whoever asks meanwhile waits, as its
   * library allows no other way.
   */
  default boolean oneAtATime() {
    return false;
  }

  /** What a scope (small, default, large) means for it, in a few words. */
  default String scope(String scope) {
    return "the same in every scope";
  }
}
