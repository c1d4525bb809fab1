package watertight.model.charge;

import watertight.model.Result;

/** Where a task stands within a job: which atomic step comes next, and what it remembers. */
public sealed interface Doing
    permits Doing.Ready,
        Adding,
        Added,
        LimitRead,
        Loaded,
        Storing,
        Undoing,
        Uncharging,
        FreeingNumber,
        SettingLimit {
  /** Takes the next atomic step. */
  Result step(Turn turn);

  /** What has been added to counters and neither granted nor given back. */
  default InFlight inFlight() {
    return InFlight.NOTHING;
  }

  /** The process numbers that a fork under way, or one that is undone, has taken. */
  default int numbersInFlight() {
    return 0;
  }

  /** A limit that was exchanged and not confirmed yet, or null. */
  default LimitTry limitTry() {
    return null;
  }

  /** At the beginning of a job. */
  record Ready() implements Doing {
    @Override
    public Result step(Turn turn) {
      return switch (turn.job()) {
        case Job.Charge charge -> Charging.start(turn, charge.pages());
        case Job.Uncharge uncharge -> Uncharging.start(turn);
        case Job.SetLimit set -> SettingLimit.start(turn, set);
        case Job.PutLimit put -> SettingLimit.put(turn, put);
        case Job.MoveTo move -> Moving.move(turn, move.group());
        case Job.Remove remove -> Moving.remove(turn, remove.group());
      };
    }
  }
}
