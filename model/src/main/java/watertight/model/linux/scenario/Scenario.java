package watertight.model.linux.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watertight.model.Guard;
import watertight.model.linux.world.World;

/**
 * What bounds a search: who may do what to which world, and what for.
 *
 * @param title what it is, in plain words
 * @param claim the claim that it is about, such as {@code chroot/lookup-confined}, if any
 * @param world the start state, the parties' tasks not included
 * @param parties who acts, in the order in which their actions are tried
 * @param goal what would break the claim
 * @param without the guards that are configured away
 * @param scopes the scopes by name; {@code default} is always there
 */
public record Scenario(
    String title,
    Optional<String> claim,
    World world,
    List<Party> parties,
    Goal goal,
    Set<Guard> without,
    Map<String, Scope> scopes) {
  public Scenario {
    parties = List.copyOf(parties);
    without = Set.copyOf(without);
    scopes = Map.copyOf(scopes);
  }
}
