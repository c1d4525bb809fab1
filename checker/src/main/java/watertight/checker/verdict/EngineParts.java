package watertight.checker.verdict;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An engine that has more than one way to check claims: the first that covers a claim checks it.
 *
 * @param id which engine it is
 * @param parts the ways
 */
public record EngineParts(EngineId id, List<Engine> parts) implements Engine {
  public EngineParts {
    parts = List.copyOf(parts);
  }

  @Override
  public boolean covers(String claim) {
    return parts.stream().anyMatch(part -> part.covers(claim));
  }

  /** As soon as one of the ways is so. */
  @Override
  public boolean oneAtATime() {
    return parts.stream().anyMatch(Engine::oneAtATime);
  }

  @Override
  public String scope(String scope) {
    return parts.stream().map(part -> part.scope(scope)).collect(Collectors.joining("; "));
  }

  @Override
  public Evidence check(ClaimRun run, Budget budget, Progress progress) {
    return parts.stream()
        .filter(part -> part.covers(run.claim()))
        .findFirst()
        .map(part -> part.check(run, budget, progress))
        .orElseGet(() -> Evidence.notCovered(id));
  }
}
