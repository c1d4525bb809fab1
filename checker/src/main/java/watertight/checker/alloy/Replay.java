package watertight.checker.alloy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.Replayed;
import watertight.checker.trace.TraceBuilder;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.linux.Rules;
import watertight.model.linux.claim.LinuxClaims;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.scenario.Scope;

/** Plays a counterexample in the model. */
final class Replay {
  private static final String NAME = "alloy";

  private Replay() {}

  /** Plays it with these guards away. */
  static Replayed of(String claim, Counterexample found, Set<Guard> without) throws Inexpressible {
    Optional<Offence> offence = Offence.against(AlloyNames.predicate(claim), found);
    Script script = new Script(found);
    script.play(offence.map(Offence::steps).orElse(found.states().size()));
    AlloyState start = found.states().getFirst();
    List<Party> parties = script.cast().parties(script);
    Scenario scenario =
        new Scenario(
            "a counterexample of the specification",
            Optional.of(claim),
            StartWorld.of(start, script.cuts()),
            parties,
            goal(claim, start, offence, script.cast(), parties),
            Set.of(),
            Map.of());
    Scope scope = new Scope(NAME, 32, 16, 16, 8, Scope.Components.of(1), script.moves().size());
    ScenarioMachine machine =
        new ScenarioMachine(scenario, scope, Rules.LINUX.with(Guards.all().without(without)));
    return played(machine, script.moves());
  }

  private static Goal goal(
      String claim, AlloyState start, Optional<Offence> offence, Cast cast, List<Party> parties)
      throws Inexpressible {
    if (offence.isEmpty()) {
      return new Goal.BreaksClaim(parties.getFirst().name(), claim);
    }
    String object = offence.get().object();
    Sketch sketch = new Sketch(start);
    for (String mount : sketch.mounts()) {
      Optional<String> path = sketch.route(sketch.seen(sketch.foot()), new Spot(mount, object));
      if (path.isPresent()) {
        return new Goal.Reads(cast.party(offence.get().task()), "/" + path.get());
      }
    }
    throw new Inexpressible("what is reached has no plain path at the start");
  }

  private static Replayed played(ScenarioMachine machine, List<Move> moves) {
    Property<Move> property = LinuxClaims.property(machine);
    PlainCells state = PlainCells.empty();
    machine.start(state);
    for (int i = 0; i < moves.size(); i++) {
      Move move = moves.get(i);
      PlainCells after = state.copy();
      Result result = machine.step(move, after);
      if (!(result instanceof Result.Returned) && !(result instanceof Result.DoesNotEnd)) {
        return new Replayed.Differs(
            "step %d of %d, %s: the specification lets it happen, the model says %s"
                .formatted(i + 1, moves.size(), text(machine, move, state), text(result)));
      }
      if (!property.holdsAfter(state, move, result, after)) {
        return new Replayed.Reached(trace(machine, moves.subList(0, i + 1)));
      }
      state = after;
    }
    return new Replayed.NotReached(trace(machine, moves));
  }

  private static RenderedTrace trace(ScenarioMachine machine, List<Move> moves) {
    return TraceBuilder.build(NAME, machine, moves, false);
  }

  private static String text(ScenarioMachine machine, Move move, PlainCells state) {
    return "[%s] %s".formatted(move.task().letter(), machine.callOf(move, state));
  }

  private static String text(Result result) {
    return result instanceof Result.Refused refused ? refused.gate().id() : result.toString();
  }
}
