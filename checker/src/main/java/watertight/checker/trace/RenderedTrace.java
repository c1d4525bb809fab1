package watertight.checker.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run of the model, step by step, in the words of the notation.
 *
 * @param claim the claim that it is about
 * @param engine who found it
 * @param without the guards that are away
 * @param rules the limits and sysctls that matter, by name
 * @param shortest whether no shorter one exists
 * @param world the lines of the world, as in a litmus file
 * @param steps the steps
 * @param goal what is reached at the end
 * @param loopFrom the step from which it repeats for ever, for a trace without end
 * @param litmus the text of a litmus file with the same steps
 * @param layout how text shows the steps
 */
public record RenderedTrace(
    Optional<String> claim,
    Optional<String> engine,
    List<String> without,
    Map<String, Integer> rules,
    boolean shortest,
    List<String> world,
    List<TraceStep> steps,
    String goal,
    OptionalInt loopFrom,
    String litmus,
    Layout layout) {
  /** How text shows the steps. */
  public enum Layout {
    /** One line a step, as strace does. */
    LINES,
    /** One column for each task, for interleavings. */
    COLUMNS
  }

  /** A trace that is shown line by line. */
  public RenderedTrace(
      Optional<String> claim,
      Optional<String> engine,
      List<String> without,
      Map<String, Integer> rules,
      boolean shortest,
      List<String> world,
      List<TraceStep> steps,
      String goal,
      OptionalInt loopFrom,
      String litmus) {
    this(
        claim,
        engine,
        without,
        rules,
        shortest,
        world,
        steps,
        goal,
        loopFrom,
        litmus,
        Layout.LINES);
  }

  public RenderedTrace {
    without = List.copyOf(without);
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    world = List.copyOf(world);
    steps = List.copyOf(steps);
  }
}
