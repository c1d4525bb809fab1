package watertight.checker.alloy;

import edu.mit.csail.sdg.alloy4.Err;
import edu.mit.csail.sdg.ast.Sig;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.A4Tuple;
import edu.mit.csail.sdg.translator.A4TupleSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Reads an instance: its states, and the events that the specification keeps in {@code Now}. */
final class Decoder {
  private final CompModule world;
  private final A4Solution solution;

  Decoder(CompModule world, A4Solution solution) {
    this.world = world;
    this.solution = solution;
  }

  Counterexample decode() throws Err {
    List<AlloyState> states = new ArrayList<>();
    List<AlloyStep> steps = new ArrayList<>();
    for (int state = 0; state < solution.getTraceLength(); state++) {
      states.add(state(state));
      Optional<AlloyStep> step = step(state, states.getLast());
      if (step.isPresent()) {
        steps.add(step.get());
      }
    }
    boolean endless = steps.size() == states.size();
    return new Counterexample(
        states, steps, endless ? OptionalInt.of(solution.getLoopState()) : OptionalInt.empty());
  }

  private AlloyState state(int number) {
    Map<String, Set<List<String>>> relations = new TreeMap<>();
    for (Sig sig : solution.getAllReachableSigs()) {
      if (!sig.builtin) {
        relations.put(AlloyNames.kind(sig.label), tuples(solution.eval(sig, number)));
        for (Sig.Field field : sig.getFields()) {
          relations.put(field.label, tuples(solution.eval(field, number)));
        }
      }
    }
    return new AlloyState(relations);
  }

  private Optional<AlloyStep> step(int number, AlloyState state) throws Err {
    if (!state.relations().containsKey("Now") || state.tuples("who").isEmpty()) {
      return Optional.empty();
    }
    String task = state.tuples("who").iterator().next().getLast();
    String call = AlloyNames.kind(state.tuples("what").iterator().next().getLast());
    return Optional.of(new AlloyStep(number + 1, task, call, operands(number, call)));
  }

  /** All readings of the call's predicate that are true here of the task that acts. */
  private List<Map<String, String>> operands(int state, String call) throws Err {
    Optional<Operands> operands = Operands.of(world, call);
    if (operands.isEmpty()) {
      return List.of();
    }
    Object value = solution.eval(operands.get().readings(), state);
    return operands.get().named(tuples((A4TupleSet) value));
  }

  private static Set<List<String>> tuples(A4TupleSet set) {
    Set<List<String>> tuples = new LinkedHashSet<>();
    for (A4Tuple tuple : set) {
      List<String> atoms = new ArrayList<>();
      for (int i = 0; i < tuple.arity(); i++) {
        String atom = tuple.atom(i);
        atoms.add(atom.substring(atom.lastIndexOf('/') + 1));
      }
      tuples.add(List.copyOf(atoms));
    }
    return tuples;
  }
}
