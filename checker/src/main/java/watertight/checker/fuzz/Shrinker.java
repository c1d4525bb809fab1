package watertight.checker.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import watertight.model.Domain;
import watertight.model.Machine;
import watertight.model.Property;
import watertight.properties.schedule.Pick;

/**
 * Shortens a trace and its arguments as far as it still breaks the property: first parts of the
 * moves are left out (delta debugging), then the last moves of a family, then single moves that
 * another argument elsewhere makes needless, then each argument is replaced by simpler ones, until
 * nothing helps.
 *
 * @param <A> the machine's actions
 */
final class Shrinker<A> {
  private final Machine<A> machine;
  private final Property<A> property;
  private final BooleanSupplier spent;
  private long replays;

  Shrinker(Machine<A> machine, Property<A> property, BooleanSupplier spent) {
    this.machine = machine;
    this.property = property;
    this.spent = spent;
  }

  /** How often a trace was replayed. */
  long replays() {
    return replays;
  }

  /** The shortened trace. */
  List<Pick> shrink(List<Pick> trace) {
    List<Pick> best = trace;
    List<Pick> before;
    do {
      before = best;
      best = fewerMoves(best);
      best = fewerOfOneFamily(best);
      best = oneLess(best);
      best = simplerArguments(best);
    } while (!best.equals(before) && !spent.getAsBoolean());
    return best;
  }

  /** Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input: ddmin. */
  private List<Pick> fewerMoves(List<Pick> trace) {
    List<Pick> best = trace;
    for (int part = best.size(); part >= 1 && !spent.getAsBoolean(); part = part / 2) {
      for (int from = 0; from < best.size(); ) {
        List<Pick> candidate = new ArrayList<>(best);
        candidate.subList(from, Math.min(best.size(), from + part)).clear();
        List<Pick> broken = breaking(candidate);
        best = broken == null ? best : broken;
        from = broken == null ? from + part : 0;
      }
    }
    return best;
  }

  /**
   * Leaves out the last moves of one family, as many as can be: where each family is a task with a
   * program, only these can go, and they do not stand side by side.
   */
  private List<Pick> fewerOfOneFamily(List<Pick> trace) {
    List<Pick> best = trace;
    for (int family : trace.stream().map(Pick::family).distinct().toList()) {
      List<Pick> before = best;
      int many = (int) best.stream().filter(pick -> pick.family() == family).count();
      for (int less = many; less > 0 && best == before && !spent.getAsBoolean(); less--) {
        List<Pick> broken = breaking(withoutLast(best, family, less));
        best = broken == null ? best : broken;
      }
    }
    return best;
  }

  private static List<Pick> withoutLast(List<Pick> trace, int family, int many) {
    List<Pick> shorter = new ArrayList<>(trace);
    int left = many;
    for (int i = shorter.size() - 1; left > 0; i--) {
      if (shorter.get(i).family() == family) {
        shorter.remove(i);
        left--;
      }
    }
    return shorter;
  }

  /** Leaves out one move whose work another can do with another argument. */
  private List<Pick> oneLess(List<Pick> trace) {
    for (int left = trace.size() - 1; left >= 0; left--) {
      List<Pick> shorter = new ArrayList<>(trace);
      shorter.remove(left);
      for (int move = 0; move < shorter.size(); move++) {
        List<Pick> broken = withAnotherArgument(shorter, move);
        if (broken != null) {
          return broken;
        }
      }
    }
    return trace;
  }

  private @Nullable List<Pick> withAnotherArgument(List<Pick> trace, int move) {
    Pick pick = trace.get(move);
    List<Domain<?>> domains = machine.families().get(pick.family()).domains();
    for (int domain = 0; domain < domains.size(); domain++) {
      List<Pick> broken = first(trace, move, domain, domains.get(domain).values().size());
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  private List<Pick> simplerArguments(List<Pick> trace) {
    List<Pick> best = trace;
    for (int move = 0; move < best.size(); move++) {
      for (int domain = 0;
          move < best.size() && domain < best.get(move).choice().size();
          domain++) {
        best = simpler(best, move, domain);
      }
    }
    return best;
  }

  private List<Pick> simpler(List<Pick> trace, int move, int domain) {
    List<Pick> broken = first(trace, move, domain, trace.get(move).choice().get(domain));
    return broken == null ? trace : broken;
  }

  /** The trace with the first value of an argument, of {@code many}, that breaks the property. */
  private @Nullable List<Pick> first(List<Pick> trace, int move, int domain, int many) {
    List<Pick> candidate = new ArrayList<>(trace);
    for (int index = 0; index < many && !spent.getAsBoolean(); index++) {
      candidate.set(move, trace.get(move).with(domain, index));
      List<Pick> broken = breaking(candidate);
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  /**
   * The part of a trace up to the move that breaks the property, or null when none does. Moves that
   * cannot be taken are left out.
   */
  private @Nullable List<Pick> breaking(List<Pick> trace) {
    replays++;
    Stepper<A> stepper = new Stepper<>(machine);
    List<Pick> taken = new ArrayList<>();
    if (stepper.breaks(property)) {
      return taken;
    }
    for (Pick pick : trace) {
      if (stepper.step(pick)) {
        taken.add(pick);
        if (stepper.breaks(property)) {
          return taken;
        }
      }
    }
    return null;
  }
}
