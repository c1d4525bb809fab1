package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.Replayed;
import watertight.checker.trace.SgxTrace;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.Processor;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.Seen;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.Use;
import watertight.model.enclave.sgx.Via;
import watertight.model.enclave.sgx.claim.SgxScenarios;

/**
 * A counterexample of {@code specs/alloy/sgx.als}, told in the SGX machine: each event is one step,
 * and after it the EPCM, what processors run and the translations that they keep must be what the
 * specification says.
 */
final class SgxStory {
  private static final Place ARRAY = new Place.VersionArray(0);
  private static final int SLOT = 0;
  private static final int KEPT = 0;

  private final Counterexample found;
  private final SgxCast cast;
  private final Map<String, Processor> processors = new LinkedHashMap<>();

  private SgxStory(Counterexample found) {
    this.found = found;
    AlloyState start = found.states().getFirst();
    start.atoms("Processor").stream()
        .sorted()
        .forEach(one -> processors.put(one, new Processor(processors.size())));
    cast = SgxCast.of(start, processors.size());
  }

  /** Plays it with these guards away. */
  static Replayed replay(String claim, Counterexample found, Set<Guard> without) {
    return new SgxStory(found).play(claim, Guards.all().without(without));
  }

  private Replayed play(String claim, Guards guards) {
    SgxMachine machine = new SgxMachine(cast.world(), Powers.ALL, guards);
    Property<Action> property = SgxScenarios.ofClaim(claim).run().predicate().apply(cast.world());
    PlainCells state = PlainCells.empty();
    machine.start(state);
    List<Action> actions = new ArrayList<>();
    for (AlloyStep step : found.steps()) {
      Action action = action(step);
      actions.add(action);
      PlainCells after = state.copy();
      Result result = machine.step(action, after);
      if (!isDone(result)) {
        return new Replayed.Differs(
            "step %d, %s: the specification lets it happen, the model says %s"
                .formatted(step.number(), step.call(), result));
      }
      Optional<String> differs =
          new SgxPicture(cast, processors).difference(found.after(step), after);
      if (differs.isPresent()) {
        return new Replayed.Differs(
            "after step %d, %s: %s".formatted(step.number(), step.call(), differs.get()));
      }
      if (!property.holdsAfter(state, action, result, after)) {
        return new Replayed.Reached(trace(claim, guards, actions));
      }
      state = after;
    }
    return new Replayed.NotReached(trace(claim, guards, actions));
  }

  /** The specification knows what is done alone: no refusal, no abort page. */
  private static boolean isDone(Result result) {
    return result instanceof Result.Returned(Seen seen) && !(seen instanceof Seen.AbortPage);
  }

  private RenderedTrace trace(String claim, Guards guards, List<Action> actions) {
    SgxTrace.Subject subject =
        new SgxTrace.Subject("a counterexample of the specification", claim, cast.world());
    return SgxTrace.build("alloy", subject, guards, actions, false);
  }

  private Action action(AlloyStep step) {
    AlloyState before = found.before(step);
    return switch (step.call()) {
      case "Access" -> access(step, before);
      case "Enter" -> enter(step, before, false);
      case "Resume" -> enter(step, before, true);
      case "Exit" -> new Action.Exit(processors.get(step.task()));
      case "Interrupt" -> new Action.Interrupt(processors.get(step.task()));
      case "Block" -> new Action.Eblock(place(before, "page"));
      case "Track" -> new Action.Etrack(place(before, "page"));
      case "Evict" -> new Action.Ewb(place(before, "page"), ARRAY, SLOT, KEPT);
      case "Drop" -> new Action.Ewb(place(before, "page"), ARRAY, SLOT, Seen.Evicted.DROPPED);
      case "Load" ->
          new Action.Eld(
              false,
              KEPT,
              place(before, "page"),
              ARRAY,
              SLOT,
              place(before, "second"),
              SgxCast.address(operand(before, "la")));
      case "Remove" -> new Action.Eremove(place(before, "page"));
      default -> throw new IllegalStateException("no step is " + step.call());
    };
  }

  private Action access(AlloyStep step, AlloyState before) {
    Use use = SgxCast.use(operand(before, "use"));
    return new Action.Access(
        processors.get(step.task()),
        use,
        SgxCast.address(operand(before, "la")),
        use == Use.WRITE ? "1" : null,
        via(before, "page"));
  }

  private Action enter(AlloyStep step, AlloyState before, boolean resume) {
    return new Action.Enter(
        processors.get(step.task()),
        resume,
        SgxCast.address("ThreadAt$0"),
        via(before, "page"),
        via(before, "second"));
  }

  private Via via(AlloyState before, String field) {
    return new Via.Chosen(place(before, field), Rwx.ALL);
  }

  private Place place(AlloyState before, String field) {
    Frame frame = cast.frames().get(operand(before, field));
    return new Place.At(frame);
  }

  private static String operand(AlloyState before, String field) {
    return before.tuples(field).iterator().next().getLast();
  }
}
