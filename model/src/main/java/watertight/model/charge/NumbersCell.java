package watertight.model.charge;

import watertight.model.Cell;

/** kernel/pid.c: how many process numbers are in use, those of forks under way included. */
public record NumbersCell() implements Cell<Integer> {
  @Override
  public Integer absent() {
    return 0;
  }
}
