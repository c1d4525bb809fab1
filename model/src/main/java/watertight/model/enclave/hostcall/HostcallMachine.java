package watertight.model.enclave.hostcall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watertight.model.Cells;
import watertight.model.Domain;
import watertight.model.Family;
import watertight.model.Guards;
import watertight.model.Machine;
import watertight.model.Result;

/**
 * The enclave and its host. A call takes three steps of the enclave: it asks, it checks the answer,
 * it uses it. Between any two of them the host may write into the untrusted memory in which the
 * answer lies; an honest answer stands there first.
 *
 * @param situation who asks what
 * @param guards which guards are in force
 */
public record HostcallMachine(Situation situation, Guards guards) implements Machine<Move> {
  @Override
  public void start(Cells cells) {
    cells.set(new DoingCell(), new Doing.Ready());
    cells.set(new RememberedCell(), situation.remembered());
  }

  @Override
  public List<Family<Move>> families() {
    List<Family<Move>> families = new ArrayList<>();
    families.add(one("ask", new Move.Ask()));
    List<Long> values = Values.of(situation);
    for (Field field : Field.values()) {
      if (situation.lies().contains(field)) {
        families.add(
            new Family<>(
                "answer " + field.text(),
                List.of(Domain.of(values)),
                chosen -> new Move.Answer(field, (Long) chosen[0])));
      }
    }
    if (situation.silent()) {
      families.add(one("keep silent", new Move.KeepSilent()));
    }
    families.add(one("check", new Move.Check()));
    families.add(one("use", new Move.Consume()));
    return families;
  }

  private static Family<Move> one(String name, Move move) {
    return new Family<>(name, List.of(), none -> move);
  }

  @Override
  public Result step(Move move, Cells cells) {
    int turn = cells.get(new TurnCell());
    if (turn == situation.program().size()) {
      return new Result.NotEnabled("done");
    }
    Turn at = new Turn(situation, guards, cells, situation.program().get(turn), turn);
    return switch (move) {
      case Move.Ask ask -> at.ask();
      case Move.Check check -> at.check();
      case Move.Consume consume -> at.consume();
      case Move.Answer answer -> at.answer(answer);
      case Move.KeepSilent silent -> at.keepSilent();
    };
  }

  /** The call that is next, or that the enclave is in; none when the program is done. */
  public Optional<HostCall> call(Cells cells) {
    int turn = cells.get(new TurnCell());
    return turn == situation.program().size()
        ? Optional.empty()
        : Optional.of(situation.program().get(turn));
  }
}
