package watertight.checker.fuzz;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watertight.properties.linux.walk.SmallWorlds;
import watertight.properties.linux.walk.WalkClaims;
import watertight.properties.linux.walk.WalkExhaustion;

/**
 * How far fuzzing goes in a scope.
 *
 * @param steps the most moves tried in one scenario
 * @param entries the most entries of the worlds that are walked
 * @param length the most components of the paths walked there
 */
record Effort(long steps, int entries, int length) {
  private static final Map<String, WalkClaims.Claim> OF_WALKS =
      Map.of(
          "chroot/dotdot-is-root", WalkClaims.Claim.DOTDOT_IS_ROOT,
          "chroot/lookup-confined", WalkClaims.Claim.LOOKUP_CONFINED,
          "chroot/symlinks-end", WalkClaims.Claim.SYMLINKS_END);

  static Effort of(String scope) {
    return switch (scope) {
      case "small" -> new Effort(50_000, 2, 3);
      case "large" -> new Effort(20_000_000, 3, 5);
      default -> new Effort(400_000, 2, 4);
    };
  }

  /** The walks that decide a claim about single walks. */
  Optional<WalkExhaustion> walks(String claim) {
    return Optional.ofNullable(OF_WALKS.get(claim))
        .map(
            ofWalks ->
                new WalkExhaustion(
                    new SmallWorlds(entries, SmallWorlds.FEW_TARGETS), length, Set.of(ofWalks)));
  }
}
