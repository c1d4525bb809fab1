package watertight.checker.fuzz;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.Cells;
import watertight.model.Domain;
import watertight.model.Family;
import watertight.model.Machine;
import watertight.model.Property;
import watertight.model.Result;

/**
 * A lock with a combination: a wheel turned to the next number of the combination brings one nearer
 * to opening, and there is a second wheel that does nothing. Far too long for blind chance.
 *
 * @param combination the numbers
 */
record Lock(List<Integer> combination) implements Machine<Lock.Turn> {
  /** A wheel is turned to a number. */
  record Turn(int wheel, int number) {}

  private record Wheel(int number) implements Cell<Integer> {
    @Override
    public Integer absent() {
      return 0;
    }
  }

  private record Done() implements Result.Answer {}

  @Override
  public void start(Cells cells) {}

  @Override
  public List<Family<Turn>> families() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
    return List.of(0, 1).stream()
        .map(
            wheel ->
                new Family<Turn>(
                    "wheel " + wheel,
                    List.<Domain<?>>of(Domain.of(numbers)),
                    args -> new Turn(wheel, (Integer) args[0])))
        .toList();
  }

  @Override
  public Result step(Turn turn, Cells cells) {
    int open = cells.get(new Wheel(0));
    if (turn.wheel() == 1) {
      cells.set(new Wheel(1), turn.number());
    } else if (open < combination.size() && combination.get(open) == turn.number()) {
      cells.set(new Wheel(0), open + 1);
    }
    return new Result.Returned(new Done());
  }

  /** The lock is closed. */
  Property<Turn> closed() {
    return (Property.OfStates<Turn>) cells -> cells.get(new Wheel(0)) < combination.size();
  }

  /** Broken when the second wheel is turned to this number. */
  static Property<Turn> second(@Nullable Integer number) {
    return (Property.OfStates<Turn>) cells -> !cells.get(new Wheel(1)).equals(number);
  }
}
