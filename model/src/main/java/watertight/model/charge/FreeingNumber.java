package watertight.model.charge;

import watertight.model.Result;

/**
 * kernel/pid.c, free_pid: after a refused fork, or when a task was reaped, its number goes last.
 *
 * @param refused whether the fork was refused
 */
public record FreeingNumber(boolean refused) implements Doing {
  @Override
  public Result step(Turn turn) {
    turn.freeNumber();
    turn.finish();
    return Did.of("free-pid", refused ? "refused" : "given back");
  }

  @Override
  public int numbersInFlight() {
    return 1;
  }
}
