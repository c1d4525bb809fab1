package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import watertight.model.linux.Syscall;

/** Writes steps as {@code strace -f -y} does. */
public final class StepPrinter {
  /** Lines longer than this do not push the others' results to the right. */
  private static final int WIDEST = 76;

  private StepPrinter() {}

  /** The call alone, without what it writes to memory. */
  public static String call(Syscall call) {
    return Calls.spelled(call).whole(Writing.PLAIN);
  }

  /** The step without its task and its result. */
  public static String call(LitmusStep step) {
    SortedMap<Integer, String> none = new TreeMap<>();
    return switch (step) {
      case LitmusStep.Call s ->
          Calls.spelled(s.call()).whole(writing(s.objects(), s.out(), s.expect()));
      case LitmusStep.Begin s ->
          Calls.spelled(s.call())
              .begin(writing(s.objects(), new Out.Nothing(), new Expect.Anything()));
      case LitmusStep.Again s -> "<... " + s.call().name() + " resumed> <unfinished ...>";
      case LitmusStep.End s -> Calls.spelled(s.call()).end(writing(none, s.out(), s.expect()));
      case LitmusStep.Handled s -> "--- " + s.signal() + " " + siginfo(s) + "---";
      case LitmusStep.Killed s -> "+++ killed by " + s.signal() + " +++";
      case LitmusStep.Exited s -> "+++ exited with " + s.status() + " +++";
    };
  }

  private static String siginfo(LitmusStep.Handled step) {
    List<String> fields = new ArrayList<>();
    step.pid().ifPresent(value -> fields.add("si_pid=" + value(value)));
    step.uid().ifPresent(value -> fields.add("si_uid=" + value(value)));
    return fields.isEmpty() ? "" : "{" + String.join(", ", fields) + "} ";
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Exactly(long number) -> Long.toString(number);
      case Value.Bound(String name) -> "@" + name;
    };
  }

  private static Writing writing(SortedMap<Integer, String> objects, Out out, Expect expect) {
    return new Writing(objects, out, expect instanceof Expect.Fails, Variables.none());
  }

  /** What the step must return; {@link Expect.Anything} where it returns nothing. */
  public static Expect expectation(LitmusStep step) {
    return switch (step) {
      case LitmusStep.Call s -> s.expect();
      case LitmusStep.End s -> s.expect();
      case LitmusStep.Begin s -> new Expect.Anything();
      case LitmusStep.Again s -> new Expect.Anything();
      case LitmusStep.Handled s -> new Expect.Anything();
      case LitmusStep.Killed s -> new Expect.Anything();
      case LitmusStep.Exited s -> new Expect.Anything();
    };
  }

  /** The steps, one a line, with their results below each other. */
  public static List<String> lines(List<LitmusStep> steps) {
    return aligned(
        steps.stream()
            .map(
                step ->
                    new Line(
                        "[" + step.task().letter() + "] " + call(step), expectation(step).text()))
            .toList());
  }

  /**
   * A line of a trace.
   *
   * @param left the task and the call
   * @param right the result; empty for none
   */
  public record Line(String left, String right) {}

  /** The lines, with their results below each other. */
  public static List<String> aligned(List<Line> lines) {
    int column =
        lines.stream()
            .filter(line -> !line.right().isEmpty())
            .mapToInt(line -> line.left().length())
            .filter(width -> width <= WIDEST)
            .max()
            .orElse(0);
    List<String> texts = new ArrayList<>();
    for (Line line : lines) {
      int gap = Math.max(0, column - line.left().length());
      texts.add(
          line.right().isEmpty()
              ? line.left()
              : line.left() + " ".repeat(gap) + " = " + line.right());
    }
    return texts;
  }
}
