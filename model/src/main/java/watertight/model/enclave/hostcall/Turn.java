package watertight.model.enclave.hostcall;

import static watertight.model.enclave.hostcall.HostcallGuards.ANSWERS_CHECKED;
import static watertight.model.enclave.hostcall.HostcallGuards.VALUES_READ_ONCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watertight.model.Cells;
import watertight.model.Guards;
import watertight.model.Result;
import watertight.model.enclave.hostcall.shield.Answered;
import watertight.model.enclave.hostcall.shield.Shield;
import watertight.model.enclave.hostcall.shield.Verdict;

/**
 * One call, from the question to the use of its answer.
 *
 * @param situation who asks what
 * @param guards which guards are in force
 * @param cells the state
 * @param call the call
 * @param turn its number
 */
record Turn(Situation situation, Guards guards, Cells cells, HostCall call, int turn) {
  private static final String NOT_NOW = "elsewhere in the call";

  Result ask() {
    if (!(doing() instanceof Doing.Ready)) {
      return new Result.NotEnabled(NOT_NOW);
    }
    Fields honest = honest();
    call.name().answers().forEach(f -> cells.set(new AnswerCell(f), honest.get(f)));
    cells.set(new DoingCell(), new Doing.Asked());
    return Did.of(shown().call(call), "asked");
  }

  Result answer(Move.Answer answer) {
    Field field = answer.field();
    boolean read = doing() instanceof Doing.Asked || doing() instanceof Doing.Passed;
    if (!read || !call.name().answers().contains(field)) {
      return new Result.NotEnabled("nobody will read it");
    }
    Long there = cells.get(new AnswerCell(field));
    if (there == null || there == answer.value()) {
      return new Result.NotEnabled("nobody will read it, or it stands there");
    }
    if (doing() instanceof Doing.Asked && there != honest().get(field)) {
      return new Result.NotEnabled("it has lied there, and nobody has looked yet");
    }
    cells.set(new AnswerCell(field), answer.value());
    return Did.of(shown().field(call.name(), field, answer.value()), "ok");
  }

  Result keepSilent() {
    if (!(doing() instanceof Doing.Asked)) {
      return new Result.NotEnabled(NOT_NOW);
    }
    forgetAnswer();
    cells.set(new DoingCell(), new Doing.Forgotten());
    return Did.of("silent", "ok");
  }

  Result check() {
    if (!(doing() instanceof Doing.Asked)) {
      return new Result.NotEnabled(NOT_NOW);
    }
    Fields copy = untrusted();
    return switch (verdict(copy)) {
      case Verdict.Accept accept -> pass("accept", copy);
      case Verdict.Clamp(Fields clamped) -> pass("clamp" + changed(copy, clamped), clamped);
      case Verdict.Retry retry -> Did.of("check", "retry");
      case Verdict.Reject(HostcallGuards by) -> {
        tell(Told.rejected(call, knew(), honest()));
        yield new Result.Returned(new Did("check", "reject", Optional.of(by)));
      }
    };
  }

  private Verdict verdict(Fields copy) {
    return guards.has(ANSWERS_CHECKED)
        ? Shield.judge(new Answered(situation.picture(), call, copy, knew(), guards))
        : new Verdict.Accept();
  }

  private Result pass(String verdict, Fields copy) {
    if (readsOnce()) {
      forgetAnswer();
    }
    cells.set(new DoingCell(), new Doing.Passed(copy));
    return Did.of("check", verdict);
  }

  private boolean readsOnce() {
    return guards.has(VALUES_READ_ONCE);
  }

  /** Away: it reads untrusted memory a second time. */
  Result consume() {
    if (!(doing() instanceof Doing.Passed(Fields copy))) {
      return new Result.NotEnabled(NOT_NOW);
    }
    boolean again = cells.get(new AnswerCell(Field.RET)) != null;
    Fields answer = again ? untrusted() : copy;
    Told told = Told.used(situation.picture(), call, knew(), answer, honest());
    List<Span> written =
        told.use().written().stream().flatMap(range -> range.spans(words()).stream()).toList();
    List<Span> all = new ArrayList<>(cells.get(new WrittenCell()));
    all.addAll(situation.picture().inside(written));
    cells.set(new WrittenCell(), List.copyOf(all));
    Fields seen = told.answer();
    cells.set(new RememberedCell(), new Remembering(words()).after(call, seen, knew()));
    if (call.arguments().has(Field.CONTENT)) {
      cells.set(new ContentCell(), call.argument(Field.CONTENT));
    }
    tell(told);
    return Did.of("use", "told " + shown().value(call.name(), Field.RET, seen.get(Field.RET)));
  }

  private void tell(Told told) {
    cells.set(new ToldCell(), told);
    cells.set(new TurnCell(), turn + 1);
    cells.set(new DoingCell(), new Doing.Ready());
    forgetAnswer();
  }

  private void forgetAnswer() {
    call.name().answers().forEach(field -> cells.set(new AnswerCell(field), null));
  }

  private Fields untrusted() {
    Fields read = Fields.NONE;
    for (Field field : call.name().answers()) {
      read = read.with(field, cells.get(new AnswerCell(field)));
    }
    return read;
  }

  private String changed(Fields copy, Fields clamped) {
    return clamped.values().entrySet().stream()
        .filter(one -> !one.getValue().equals(copy.values().get(one.getKey())))
        .map(one -> " " + shown().field(call.name(), one.getKey(), one.getValue()))
        .collect(Collectors.joining());
  }

  private Fields honest() {
    return new Honest(situation.picture()).answer(call, knew(), cells.get(new ContentCell()), turn);
  }

  private Doing doing() {
    return cells.get(new DoingCell());
  }

  private Remembered knew() {
    return cells.get(new RememberedCell());
  }

  private Words words() {
    return situation.picture().words();
  }

  private Shown shown() {
    return new Shown(words());
  }
}
