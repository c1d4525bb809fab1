package watertight.checker.alloy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in an instance the claim is broken.
 *
 * @param steps after how many events
 * @param task the task that has reached something
 * @param object the dentry that it has reached
 */
record Offence(int steps, String task, String object) {
  /**
   * The first offence against a claim that says what is out of reach, as it is said there: after
   * the conclusions {@code reached in …} and {@code opens_inside}. Nothing for the other claims,
   * whose own predicates the model has.
   */
  static Optional<Offence> against(String predicate, Counterexample found) throws Inexpressible {
    return switch (predicate) {
      case "confines_root",
          "shared_subtree",
          "fd_from_outside",
          "moved_directory",
          "moved_directory__mount_root" ->
          Optional.of(reached(predicate, found));
      case "check_then_use", "check_then_use__in_root", "check_then_use__beneath" ->
          Optional.of(opened(found));
      default -> Optional.empty();
    };
  }

  private static Offence reached(String predicate, Counterexample found) throws Inexpressible {
    Set<String> allowed = new HashSet<>();
    for (int i = 0; i < found.states().size(); i++) {
      AlloyState state = found.states().get(i);
      if (!predicate.startsWith("moved")) {
        allowed.clear();
      }
      allowed.addAll(new Sketch(state).inside(jail(state)));
      if (predicate.equals("fd_from_outside")) {
        state.tuples("handed").forEach(row -> allowed.add(row.getLast()));
      }
      for (String task : state.atoms("Jailed")) {
        for (Spot spot : before(state, task)) {
          if (!allowed.contains(spot.dentry())) {
            return new Offence(i, task, spot.dentry());
          }
        }
      }
    }
    throw new Inexpressible("nothing is reached that is out of reach");
  }

  /** Where nobody is jailed, what was inside once may be opened too. */
  private static Offence opened(Counterexample found) throws Inexpressible {
    Set<String> allowed = new HashSet<>();
    for (AlloyStep step : found.steps()) {
      AlloyState state = found.before(step);
      if (!state.atoms("Jailed").isEmpty()) {
        allowed.clear();
      }
      allowed.addAll(new Sketch(state).inside(jail(state)));
      if (step.call().equals("Open") && !state.atoms("Jailed").contains(step.task())) {
        String walk = Atoms.only(state, "walk", step.task());
        Spot at = Atoms.spots(state, "at", walk).getFirst();
        if (!allowed.contains(at.dentry())) {
          return new Offence(step.number(), step.task(), at.dentry());
        }
      }
    }
    throw new Inexpressible("nothing is opened that is out of reach");
  }

  private static Spot jail(AlloyState state) {
    return Atoms.spots(state, "place", "Jail$0").getFirst();
  }

  /** What a task has before it: where its walk is, its working directory, root and descriptors. */
  private static List<Spot> before(AlloyState state, String task) {
    List<Spot> spots = new java.util.ArrayList<>();
    spots.addAll(Atoms.spots(state, "at", Atoms.only(state, "walk", task)));
    spots.addAll(Atoms.spots(state, "held", task));
    Atoms.maybe(state, "fs", task)
        .ifPresent(
            fs -> {
              spots.addAll(Atoms.spots(state, "pwd", fs));
              spots.addAll(Atoms.spots(state, "fs_root", fs));
            });
    return spots;
  }
}
