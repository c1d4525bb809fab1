package watertight.model.charge.claim;

import static watertight.model.Claim.Expected.BROKEN;
import static watertight.model.Claim.Expected.HOLDS;
import static watertight.model.charge.ChargeGuards.CHARGE_BEFORE_ALLOCATION;
import static watertight.model.charge.ChargeGuards.CHARGE_CHECKS_EVERY_ANCESTOR;
import static watertight.model.charge.ChargeGuards.CHARGE_IS_ATOMIC_ADD;
import static watertight.model.charge.ChargeGuards.CHARGE_READS_LIMIT_AFTER_ADD;
import static watertight.model.charge.ChargeGuards.OFFLINE_GROUP_KEEPS_CHARGES;
import static watertight.model.charge.ChargeGuards.PIDS_CHARGED_ON_FORK;
import static watertight.model.charge.ChargeGuards.PIDS_CHECKS_EVERY_ANCESTOR;
import static watertight.model.charge.ChargeGuards.ROLLBACK_AT_FAILING_LEVEL;
import static watertight.model.charge.ChargeGuards.ROLLBACK_BELOW;
import static watertight.model.charge.ChargeGuards.SET_LIMIT_RECHECKS;
import static watertight.model.charge.ChargeGuards.SET_LIMIT_SERIALISED;
import static watertight.model.charge.ChargeGuards.UNCHARGE_MATCHES_CHARGE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Claim;
import watertight.model.Claim.Check;
import watertight.model.Claim.Expected;
import watertight.model.Claim.Twin;
import watertight.model.Guard;

/** The claims about charging, and the obvious wordings of some that are false. */
public final class ChargeClaims {
  private static final List<Claim> ALL =
      List.of(
          claim(
              "memory/never-overcharged",
              HOLDS,
              "In any interleaving of the atomic steps, the pages handed out to a group and its"
                  + " descendants never exceed its committed limit, or while a set-limit tries"
                  + " another the larger of the two, at every level.",
              List.of(CHARGE_IS_ATOMIC_ADD, CHARGE_BEFORE_ALLOCATION, CHARGE_CHECKS_EVERY_ANCESTOR),
              List.of(
                  check(
                      "memory/never-overcharged.two-tasks",
                      twin(6, CHARGE_IS_ATOMIC_ADD),
                      twin(2, CHARGE_BEFORE_ALLOCATION)),
                  check("memory/never-overcharged.levels", twin(8, CHARGE_CHECKS_EVERY_ANCESTOR))),
              "mm/page_counter.c: page_counter_try_charge"),
          claim(
              "memory/never-overcharged.usage",
              BROKEN,
              "The obvious wording: a counter never shows more than its limit.",
              List.of(),
              List.of(check("memory/never-overcharged.usage", twin(2))),
              "mm/page_counter.c: page_counter_try_charge"),
          claim(
              "memory/transient-overshoot-bounded",
              HOLDS,
              "usage is at most L plus what is pending at that counter, where L is the limit, or"
                  + " while a set-limit tries another the larger of the two.",
              List.of(ROLLBACK_AT_FAILING_LEVEL),
              List.of(
                  check("memory/transient-overshoot-bounded", twin(5, ROLLBACK_AT_FAILING_LEVEL)),
                  check(
                      "memory/transient-overshoot-bounded.set-limit", twin(7, SET_LIMIT_RECHECKS))),
              "mm/page_counter.c: page_counter_try_charge, page_counter_set_max"),
          claim(
              "memory/transient-overshoot-bounded.max",
              BROKEN,
              "The obvious wording: usage is at most max plus what is pending.",
              List.of(),
              List.of(check("memory/transient-overshoot-bounded.max", twin(7))),
              "mm/page_counter.c: page_counter_set_max"),
          claim(
              "memory/false-refusal-bounded",
              HOLDS,
              "A charge that sees more than max at its add had granted pages, pages pending of"
                  + " others and its own above max there: it errs by no more than what is doomed.",
              List.of(ROLLBACK_AT_FAILING_LEVEL, ROLLBACK_BELOW),
              List.of(
                  check("memory/false-refusal-bounded.sizes", twin(4, ROLLBACK_AT_FAILING_LEVEL)),
                  check("memory/false-refusal-bounded.levels", twin(8, ROLLBACK_BELOW))),
              "mm/page_counter.c: page_counter_try_charge"),
          claim(
              "memory/false-refusal-bounded.only-larger",
              BROKEN,
              "The obvious wording: a charge that would fit is refused only while a larger one is"
                  + " on its way back.",
              List.of(),
              List.of(check("memory/false-refusal-bounded.chain", twin(6))),
              "mm/page_counter.c: page_counter_try_charge"),
          claim(
              "memory/false-refusal-bounded.only-larger-charge",
              BROKEN,
              "As only-larger, with a page that is being given back in the place of a refused"
                  + " charge.",
              List.of(),
              List.of(check("memory/false-refusal-bounded.uncharge", twin(8))),
              "mm/page_counter.c: page_counter_uncharge"),
          claim(
              "memory/false-refusal-bounded.only-above-limit",
              BROKEN,
              "The obvious wording: only a charge that saw more than the committed limit is"
                  + " refused.",
              List.of(),
              List.of(check("memory/false-refusal-bounded.set-limit", twin(6))),
              "mm/page_counter.c: page_counter_set_max"),
          claim(
              "memory/rollback-complete",
              HOLDS,
              "A refusal at an ancestor leaves every level as it was, once it has returned.",
              List.of(ROLLBACK_AT_FAILING_LEVEL, ROLLBACK_BELOW),
              List.of(
                  check(
                      "memory/rollback-complete",
                      twin(3, ROLLBACK_AT_FAILING_LEVEL),
                      twin(8, ROLLBACK_BELOW))),
              "mm/page_counter.c: page_counter_try_charge"),
          claim(
              "memory/limit-lowered-under-load",
              HOLDS,
              "With one setter at a time: if set-limit(m) returns 0, what is granted stays at most"
                  + " m until the next change; if it returns EBUSY, max is what it was.",
              List.of(SET_LIMIT_RECHECKS, CHARGE_READS_LIMIT_AFTER_ADD, SET_LIMIT_SERIALISED),
              List.of(
                  check(
                      "memory/limit-lowered-under-load.one-setter",
                      twin(7, SET_LIMIT_RECHECKS),
                      twin(10, CHARGE_READS_LIMIT_AFTER_ADD)),
                  check(
                      "memory/limit-lowered-under-load.two-setters",
                      twin(6, SET_LIMIT_SERIALISED))),
              "mm/page_counter.c: page_counter_set_max; mm/memcontrol-v1.c: memcg_max_mutex"),
          claim(
              "memory/moved-task",
              HOLDS,
              "A moved task's pages stay charged where they were charged first; a removed group's"
                  + " charges stay with every ancestor until they are given back, once.",
              List.of(OFFLINE_GROUP_KEEPS_CHARGES),
              List.of(
                  check(
                      "memory/moved-task",
                      twin(10, OFFLINE_GROUP_KEEPS_CHARGES),
                      twin(6, UNCHARGE_MATCHES_CHARGE))),
              "Documentation/admin-guide/cgroup-v2.rst: Memory Ownership"),
          claim(
              "memory/honest-charge-passes",
              HOLDS,
              "With nothing in flight, a charge that fits is granted.",
              List.of(),
              List.of(
                  check(
                      "memory/honest-charge-passes",
                      twin(9, ROLLBACK_AT_FAILING_LEVEL),
                      twin(10, ROLLBACK_BELOW))),
              "mm/page_counter.c: page_counter_try_charge"),
          claim(
              "cgroup/usage-is-sum",
              HOLDS,
              "usage is what is granted plus what is in flight at that counter.",
              List.of(UNCHARGE_MATCHES_CHARGE, ROLLBACK_AT_FAILING_LEVEL, ROLLBACK_BELOW),
              List.of(
                  check(
                      "cgroup/usage-is-sum.refusals",
                      twin(3, ROLLBACK_AT_FAILING_LEVEL),
                      twin(7, ROLLBACK_BELOW)),
                  check("cgroup/usage-is-sum.moves", twin(6, UNCHARGE_MATCHES_CHARGE))),
              "mm/page_counter.c"),
          claim(
              "pids/fork-bomb-stops",
              HOLDS,
              "No fork succeeds that would take any level above its pids.max.",
              List.of(PIDS_CHARGED_ON_FORK, PIDS_CHECKS_EVERY_ANCESTOR),
              List.of(
                  check(
                      "pids/fork-bomb-stops",
                      twin(2, PIDS_CHARGED_ON_FORK),
                      twin(12, PIDS_CHECKS_EVERY_ANCESTOR))),
              "kernel/cgroup/pids.c: pids_try_charge"),
          claim(
              "pids/fork-bomb-stops.host-reserve",
              HOLDS,
              "Where the limits of the top groups leave h process numbers over, a fork of the host"
                  + " is refused for want of a number only while it has h, less those of forks in"
                  + " flight.",
              List.of(PIDS_CHARGED_ON_FORK, PIDS_CHECKS_EVERY_ANCESTOR),
              List.of(
                  check(
                      "pids/fork-bomb-stops.host-reserve",
                      twin(3, PIDS_CHARGED_ON_FORK),
                      twin(11, PIDS_CHECKS_EVERY_ANCESTOR))),
              "kernel/fork.c: copy_process",
              "kernel/pid.c: alloc_pid"),
          claim(
              "pids/fork-bomb-stops.host-reserve-at-once",
              BROKEN,
              "The obvious wording: a fork of the host is refused for want of a number only while"
                  + " it has h. It is not: a fork that pids.max will refuse has taken its number"
                  + " before.",
              List.of(),
              List.of(check("pids/fork-bomb-stops.host-reserve-at-once", twin(7))),
              "kernel/fork.c: copy_process"),
          claim(
              "cgroup/unlimited-fork-bomb",
              BROKEN,
              "A bomb in one container makes no fork of the host fail. It does where neither"
                  + " pids.max nor RLIMIT_NPROC bounds it: the process numbers are one pool,"
                  + " kernel.pid_max.",
              List.of(),
              List.of(check("cgroup/unlimited-fork-bomb", twin(7))),
              "kernel/pid.c: alloc_pid",
              "man 5 proc_sys_kernel: pid_max"));

  private ChargeClaims() {}

  /** The claims. */
  public static List<Claim> all() {
    return ALL;
  }

  /** The weaker whole designs of the deck: the guards that each does without. */
  public static Map<String, List<Guard>> variants() {
    return Map.of("load-check-store", List.of(CHARGE_IS_ATOMIC_ADD));
  }

  private static Claim claim(
      String name,
      Expected expected,
      String statement,
      List<Guard> guards,
      List<Check> checks,
      String... sources) {
    return new Claim(name, statement, expected, guards, checks, List.of(sources));
  }

  private static Check check(String scenario, Twin... twins) {
    return new Check(scenario, List.of(twins));
  }

  private static Twin twin(int steps, Guard... away) {
    return new Twin(Set.of(away), steps);
  }
}
