package watertight.checker.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;

/** Reads the steps of one run, in order. A call that waits is known whole once it comes back. */
final class StepParser {
  /** A call that began and has not come back; {@code steps} are the places of its lines. */
  private record Waiting(CallForm<?>.Started call, List<Integer> steps) {}

  private final List<LitmusStep> steps;
  private final Map<Task, Waiting> waiting = new HashMap<>();

  /** Adds what it reads to {@code steps}. */
  StepParser(List<LitmusStep> steps) {
    this.steps = steps;
  }

  /** Reads one line. */
  void read(Cursor in) {
    Task task = Steps.task(in);
    in.skipBlanks();
    int place = in.at();
    if (in.accept("+++")) {
      steps.add(ended(in, task));
    } else if (in.accept("---")) {
      steps.add(handled(in, task));
    } else if (in.accept("<...")) {
      resume(in, task);
    } else {
      call(in, task, place);
    }
  }

  private static LitmusStep ended(Cursor in, Task task) {
    if (Names.ordered("the end of a task", Map.entry("exited", false), Map.entry("killed", true))
        .read(in)) {
      in.expect("by");
      Signal signal = SignalText.SIGNALS.read(in);
      in.expect("+++");
      Steps.remark(in, "the end of the line");
      return new LitmusStep.Killed(task, signal);
    }
    in.expect("with");
    int status = Numbers.within(in, "an exit status", 0, 255);
    in.expect("+++");
    Steps.remark(in, "the end of the line");
    return new LitmusStep.Exited(task, status);
  }

  /** {@code SIGTERM {si_signo=SIGTERM, si_code=SI_USER, si_pid=2, si_uid=0} ---}. */
  private static LitmusStep handled(Cursor in, Task task) {
    Signal signal = SignalText.SIGNALS.read(in);
    Map<String, Value> told = new HashMap<>();
    in.skipBlanks();
    if (in.looksAt("{")) {
      Struct.of("siginfo")
          .may("si_signo", SignalText.SIGNALS::read)
          .may("si_code", Cursor::word)
          .may("si_pid", cursor -> told.put("pid", value(cursor)))
          .may("si_uid", cursor -> told.put("uid", value(cursor)))
          .read(in);
    }
    in.expect("---");
    Steps.remark(in, "the end of the line");
    return new LitmusStep.Handled(
        task, signal, Optional.ofNullable(told.get("pid")), Optional.ofNullable(told.get("uid")));
  }

  private static Value value(Cursor in) {
    in.skipBlanks();
    return in.accept("@")
        ? new Value.Bound(Steps.bound(in))
        : new Value.Exactly(Numbers.bits(in, "a number"));
  }

  private void call(Cursor in, Task task, int place) {
    if (waiting.containsKey(task)) {
      String name = waiting.get(task).call().name();
      throw in.error(
          place, "a call of " + task.letter(), "\"<... " + name + " resumed>\", since it waits");
    }
    CallForm<?>.Started call = Steps.form(in).start(new Reading(Variables.none(), false));
    if (call.read(in)) {
      Expect expect = Steps.expectation(in);
      steps.add(
          new LitmusStep.Call(
              task, call.call(), call.reading().objects(), Steps.outOf(call, expect), expect));
    } else {
      Steps.remark(in, "the end of the line");
      waiting.put(task, new Waiting(call, new ArrayList<>(List.of(steps.size()))));
      steps.add(new LitmusStep.Begin(task, call.call(), call.reading().objects()));
    }
  }

  private void resume(Cursor in, Task task) {
    in.skipBlanks();
    int place = in.at();
    String name = in.word();
    Waiting waits = waiting.get(task);
    if (waits == null) {
      throw in.error(
          place, "\"<... " + name + " resumed>\"", "a call, since the task does not wait");
    }
    CallForm<?>.Started call = waits.call();
    if (!name.equals(call.name())) {
      throw in.error(
          place, Cursor.shown(name), Cursor.shown(call.name()) + ", which is the call that waits");
    }
    in.expect("resumed>");
    if (in.accept("<unfinished ...>")) {
      Steps.remark(in, "the end of the line");
      waits.steps().add(steps.size());
      steps.add(new LitmusStep.Again(task, call.call()));
      return;
    }
    if (!call.read(in)) {
      throw in.error(in.at() - 1, "a second part without an end", "\")\"");
    }
    Expect expect = Steps.expectation(in);
    waiting.remove(task);
    waits.steps().forEach(step -> steps.set(step, known(steps.get(step), call)));
    steps.add(new LitmusStep.End(task, call.call(), Steps.outOf(call, expect), expect));
  }

  /** The step, with the call as it is known now. */
  private static LitmusStep known(LitmusStep step, CallForm<?>.Started call) {
    return switch (step) {
      case LitmusStep.Begin begin ->
          new LitmusStep.Begin(begin.task(), call.call(), begin.objects());
      case LitmusStep.Again again -> new LitmusStep.Again(again.task(), call.call());
      case LitmusStep.Call other -> other;
      case LitmusStep.End other -> other;
      case LitmusStep.Handled other -> other;
      case LitmusStep.Killed other -> other;
      case LitmusStep.Exited other -> other;
    };
  }
}
