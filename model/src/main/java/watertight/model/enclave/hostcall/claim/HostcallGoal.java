package watertight.model.enclave.hostcall.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import watertight.model.Cells;
import watertight.model.Guards;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.enclave.hostcall.AnswerCell;
import watertight.model.enclave.hostcall.Did;
import watertight.model.enclave.hostcall.Doing;
import watertight.model.enclave.hostcall.DoingCell;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.HostcallMachine;
import watertight.model.enclave.hostcall.Move;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.RememberedCell;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.Told;
import watertight.model.enclave.hostcall.ToldCell;
import watertight.model.enclave.hostcall.posix.Harm;
import watertight.model.enclave.hostcall.posix.Honesty;

/** What must not be reached. */
public enum HostcallGoal {
  /** One of the three kinds of harm: see {@link Harm}. */
  HARM("harm") {
    @Override
    public Property<Move> property(Situation situation) {
      return notUsed(told -> !Harm.of(situation.picture(), told).isEmpty());
    }

    @Override
    public String reached(Situation situation, Told told) {
      List<String> harm = Harm.of(situation.picture(), told).stream().map(Harm::text).toList();
      return harm.isEmpty() ? text() : String.join("; ", harm);
    }
  },
  /** Utility: the shield turns what an honest host may say into an error. */
  HONEST_REJECTED("an honest answer is rejected") {
    @Override
    public Property<Move> property(Situation situation) {
      HostcallMachine machine = new HostcallMachine(situation, Guards.all());
      return steps(
          (before, move, result, after) ->
              !isRejected(move, result)
                  || !isHonest(situation.picture(), machine.call(before).orElseThrow(), before));
    }

    @Override
    public Property<Move> witness() {
      return steps(
          (before, move, result, after) ->
              !(move instanceof Move.Check) || isRejected(move, result));
    }
  },
  /** What is read is not what was written. */
  OTHER_CONTENT("the caller is told contents that nobody wrote") {
    @Override
    public Property<Move> property(Situation situation) {
      return notUsed(told -> told.answer().get(Field.RET) > 0 && isOther(told, Field.CONTENT));
    }
  },
  /** What should be random was chosen by the host, which may have used it before. */
  CHOSEN_RANDOMNESS("the host chooses what should be random") {
    @Override
    public Property<Move> property(Situation situation) {
      return notUsed(told -> told.answer().get(Field.RET) > 0 && isOther(told, Field.CONTENT));
    }
  },
  /** A number that an earlier process had. */
  OTHER_PID("the caller is told a process number that is not its own") {
    @Override
    public Property<Move> property(Situation situation) {
      return notUsed(told -> isOther(told, Field.RET));
    }
  },
  /** Time that has not passed. */
  TIME_AHEAD("the caller is told a time that is not yet") {
    @Override
    public Property<Move> property(Situation situation) {
      return notUsed(told -> told.answer().get(Field.NS) > told.honest().get(Field.NS));
    }
  },
  /** Nothing in the enclave can make the host come back. */
  NO_ANSWER("the answer never comes") {
    @Override
    public Property<Move> property(Situation situation) {
      return states(cells -> !(cells.get(new DoingCell()) instanceof Doing.Forgotten));
    }
  };

  private final String text;

  HostcallGoal(String text) {
    this.text = text;
  }

  /** As scenarios write it. */
  public String text() {
    return text;
  }

  /** The goal that is written so. */
  public static Optional<HostcallGoal> named(String text) {
    return List.of(values()).stream().filter(goal -> goal.text.equals(text)).findFirst();
  }

  /** What must hold, so that it is not reached. */
  public abstract Property<Move> property(Situation situation);

  /** What is broken as soon as an answer has come through. */
  public Property<Move> witness() {
    return notUsed(told -> true);
  }

  /** What was reached with the last call, in words. */
  public String reached(Situation situation, Told told) {
    return text;
  }

  /** No answer is used that is so. */
  private static Property<Move> notUsed(Predicate<Told> forbidden) {
    return steps(
        (before, move, result, after) ->
            !(move instanceof Move.Consume)
                || !(result instanceof Result.Returned)
                || !forbidden.test(after.get(new ToldCell())));
  }

  private static Property.OfSteps<Move> steps(Property.OfSteps<Move> steps) {
    return steps;
  }

  private static Property.OfStates<Move> states(Property.OfStates<Move> states) {
    return states;
  }

  private static boolean isRejected(Move move, Result result) {
    return move instanceof Move.Check
        && result instanceof Result.Returned(Did did)
        && did.result().equals("reject");
  }

  private static boolean isOther(Told told, Field field) {
    return told.answer().get(field) != told.honest().get(field);
  }

  private static boolean isHonest(Picture picture, HostCall call, Cells before) {
    Fields answer = Fields.NONE;
    for (Field field : call.name().answers()) {
      answer = answer.with(field, before.get(new AnswerCell(field)));
    }
    return Honesty.isHonest(picture, call, answer, before.get(new RememberedCell()));
  }
}
