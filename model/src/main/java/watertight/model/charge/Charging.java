package watertight.model.charge;

import static watertight.model.charge.ChargeGuards.CHARGE_CHECKS_EVERY_ANCESTOR;
import static watertight.model.charge.ChargeGuards.CHARGE_IS_ATOMIC_ADD;
import static watertight.model.charge.ChargeGuards.CHARGE_READS_LIMIT_AFTER_ADD;
import static watertight.model.charge.ChargeGuards.PIDS_CHARGED_ON_FORK;
import static watertight.model.charge.ChargeGuards.PIDS_CHECKS_EVERY_ANCESTOR;
import static watertight.model.charge.ChargeGuards.ROLLBACK_AT_FAILING_LEVEL;
import static watertight.model.charge.ChargeGuards.ROLLBACK_BELOW;

import java.util.List;
import watertight.model.Result;

/**
 * page_counter_try_charge: leaf to root, add and remember, compare with the limit and forget; on
 * failure subtract what was added. Each method is what happens between two of its atomic steps.
 */
final class Charging {
  private Charging() {}

  /** The first atomic step of a charge to the group that the task is in. */
  static Result start(Turn turn, int pages) {
    Charged charged = new Charged(turn.state().home(), pages);
    if (turn.workload().controller() == Controller.PIDS) {
      return fork(turn, charged);
    }
    if (!turn.allocatesAfterwards()) {
      turn.put(turn.state().holding(charged).doing(new Adding(charged, 0, levels(turn, charged))));
      return Did.of("allocate " + pages, "ok");
    }
    return atLevel(turn, charged, 0);
  }

  /** copy_process: the process number first, then pids_can_fork. */
  private static Result fork(Turn turn, Charged charged) {
    boolean charges = turn.has(PIDS_CHARGED_ON_FORK) && !levels(turn, charged).isEmpty();
    if (turn.countsNumbers()) {
      return allocate(turn, charged, charges);
    }
    if (charges) {
      return atLevel(turn, charged, 0);
    }
    turn.finish(turn.state().holding(charged));
    return Did.of("fork", "0");
  }

  /** kernel/pid.c, alloc_pid: EAGAIN when there is no number left. */
  private static Result allocate(Turn turn, Charged charged, boolean charges) {
    int inUse = turn.cells().get(new NumbersCell());
    if (inUse >= turn.workload().pidMax().getAsInt()) {
      turn.finish();
      return Did.of("alloc-pid", "EAGAIN");
    }
    turn.cells().set(new NumbersCell(), inUse + 1);
    if (charges) {
      turn.goOn(new Adding(charged, 0, levels(turn, charged)));
    } else {
      turn.finish(turn.state().holding(charged));
    }
    return Did.of("alloc-pid", "ok");
  }

  private static List<Group> levels(Turn turn, Charged charged) {
    return turn.levels(charged.group());
  }

  /** The first atomic step at a level, counted from the leaf. */
  static Result atLevel(Turn turn, Charged charged, int level) {
    List<Group> levels = levels(turn, charged);
    Group at = levels.get(level);
    if (!turn.has(CHARGE_IS_ATOMIC_ADD)) {
      int saw = turn.usage(at);
      turn.goOn(new Loaded(charged, level, levels, saw));
      return Did.of("load " + at, saw);
    }
    if (!turn.has(CHARGE_READS_LIMIT_AFTER_ADD)) {
      int limit = turn.max(at);
      turn.goOn(new LimitRead(charged, level, levels, limit));
      return Did.of("limit " + at, Groups.shown(limit));
    }
    return add(turn, charged, level, Added.NO_LIMIT);
  }

  /** Adds at a level and remembers what the sum was. */
  static Result add(Turn turn, Charged charged, int level, int limit) {
    List<Group> levels = levels(turn, charged);
    Group at = levels.get(level);
    int saw = turn.addAndReturn(at, charged.pages());
    turn.goOn(new Added(charged, level, levels, saw, limit));
    return Did.of("add " + at + " " + charged.pages(), saw);
  }

  /** Whether {@code usage} is more than a level allows. */
  static boolean isOver(Turn turn, int level, int usage, int limit) {
    ChargeGuards every =
        switch (turn.workload().controller()) {
          case MEMORY -> CHARGE_CHECKS_EVERY_ANCESTOR;
          case PIDS -> PIDS_CHECKS_EVERY_ANCESTOR;
        };
    return (level == 0 || turn.has(every)) && usage > limit;
  }

  /** A level is charged: on to its parent, or granted. */
  static void climb(Turn turn, Charged charged, int level) {
    List<Group> levels = levels(turn, charged);
    if (level + 1 < levels.size()) {
      turn.goOn(new Adding(charged, level + 1, levels));
    } else if (turn.allocatesAfterwards()) {
      turn.finish(turn.state().holding(charged));
    } else {
      turn.finish();
    }
  }

  /** The charge is over the limit of the {@code level}-th level: what was added must go. */
  static void fail(Turn turn, Charged charged, int level, boolean addedHere) {
    List<Group> levels = levels(turn, charged);
    List<Group> below = turn.has(ROLLBACK_BELOW) ? levels.subList(0, level) : List.of();
    boolean atFailing = addedHere && turn.has(ROLLBACK_AT_FAILING_LEVEL);
    undo(turn, charged, turn.workload().controller().undo(below, levels.get(level), atFailing));
  }

  /** Goes on to subtract at these groups in turn; when none is left, the charge is refused. */
  static void undo(Turn turn, Charged charged, List<Group> left) {
    if (!left.isEmpty()) {
      turn.goOn(new Undoing(charged, left));
    } else if (turn.countsNumbers()) {
      turn.goOn(new FreeingNumber(true));
    } else if (turn.allocatesAfterwards()) {
      turn.finish();
    } else {
      turn.finish(turn.state().without(charged));
    }
  }
}
