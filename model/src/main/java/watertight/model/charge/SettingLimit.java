package watertight.model.charge;

import static watertight.model.charge.ChargeGuards.SET_LIMIT_RECHECKS;

import watertight.model.Result;

/**
 * page_counter_set_max: look whether usage is low enough, exchange the limit, look again; if usage
 * has risen meanwhile, put the old limit back and begin anew. Callers hold memcg_max_mutex, which
 * is let go together with the last step.
 */
public sealed interface SettingLimit extends Doing {
  /** The first atomic step: the mutex, or where there is none the first look. */
  static Result start(Turn turn, Job.SetLimit set) {
    if (!turn.serialisesLimits()) {
      return new FirstLook(set).step(turn);
    }
    if (turn.cells().get(new MutexCell()) != null) {
      return new Result.Blocks("the mutex");
    }
    turn.cells().set(new MutexCell(), turn.task());
    turn.goOn(new FirstLook(set));
    return Did.of("lock", "ok");
  }

  /** WRITE_ONCE(counter.max), with no look at all. */
  static Result put(Turn turn, Job.PutLimit put) {
    turn.cells().set(new MaxCell(put.group()), put.max());
    turn.cells().set(new CommittedCell(put.group()), put.max());
    turn.finish();
    return Did.of("put " + put.group() + " " + Groups.shown(put.max()), "ok");
  }

  private static Result leave(Turn turn, String step, String result) {
    if (turn.serialisesLimits()) {
      turn.cells().set(new MutexCell(), null);
    }
    turn.finish();
    return Did.of(step, result);
  }

  private static Result succeed(Turn turn, Job.SetLimit set, String step, String result) {
    turn.cells().set(new CommittedCell(set.group()), set.max());
    return leave(turn, step, result);
  }

  /** Is usage low enough? */
  record FirstLook(Job.SetLimit set) implements SettingLimit {
    @Override
    public Result step(Turn turn) {
      int usage = turn.usage(set.group());
      String step = "read " + set.group();
      if (usage > set.max()) {
        return leave(turn, step, usage + ", EBUSY");
      }
      turn.goOn(new Exchanging(set, usage));
      return Did.of(step, usage);
    }
  }

  /** Usage was low enough, at {@code usage}; the limit is exchanged next. */
  record Exchanging(Job.SetLimit set, int usage) implements SettingLimit {
    @Override
    public Result step(Turn turn) {
      int old = turn.max(set.group());
      turn.cells().set(new MaxCell(set.group()), set.max());
      String step = "xchg " + set.group() + " " + Groups.shown(set.max());
      if (!turn.has(SET_LIMIT_RECHECKS)) {
        return succeed(turn, set, step, Groups.shown(old) + ", done");
      }
      turn.goOn(new SecondLook(set, usage, old));
      return Did.of(step, Groups.shown(old));
    }
  }

  /** The limit is exchanged. Has usage risen since? */
  record SecondLook(Job.SetLimit set, int usage, int old) implements SettingLimit {
    @Override
    public Result step(Turn turn) {
      int now = turn.usage(set.group());
      String step = "read " + set.group();
      if (now <= usage || set.max() >= old) {
        return succeed(turn, set, step, now + ", done");
      }
      turn.goOn(new Restoring(set, old));
      return Did.of(step, now);
    }

    @Override
    public LimitTry limitTry() {
      return new LimitTry(set.group(), Math.max(set.max(), old));
    }
  }

  /** Usage has risen: the old limit is put back, and all begins anew. */
  record Restoring(Job.SetLimit set, int old) implements SettingLimit {
    @Override
    public Result step(Turn turn) {
      turn.cells().set(new MaxCell(set.group()), old);
      turn.goOn(new FirstLook(set));
      return Did.of("put " + set.group() + " " + Groups.shown(old), "ok");
    }

    @Override
    public LimitTry limitTry() {
      return new LimitTry(set.group(), Math.max(set.max(), old));
    }
  }
}
