package watertight.model.charge.claim;

import static watertight.model.charge.claim.ChargeProperties.noExchange;
import static watertight.model.charge.claim.ChargeProperties.noRefusal;
import static watertight.model.charge.claim.ChargeProperties.nothingElsewhere;
import static watertight.model.charge.claim.ChargeProperties.nothingHeld;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import watertight.model.charge.Controller;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.Job;
import watertight.model.charge.Job.Charge;
import watertight.model.charge.Job.MoveTo;
import watertight.model.charge.Job.Remove;
import watertight.model.charge.Job.SetLimit;
import watertight.model.charge.Job.Uncharge;
import watertight.model.charge.Program;
import watertight.model.charge.Workload;

/** The workloads of the claims: small, and each large enough for its claim to break. */
public final class ChargeScenarios {
  private static final Group ROOT = new Group(0);
  private static final Group LEFT = new Group(1);
  private static final Group RIGHT = new Group(2);

  private static final Job ONE = new Charge(1);
  private static final Job BACK = new Uncharge();

  private static final List<ChargeScenario> ALL =
      List.of(
          new ChargeScenario(
              "memory/never-overcharged.two-tasks",
              "memory/never-overcharged",
              "two tasks, one group, room for one page",
              Workload.rounds(2, 1, 1),
              ChargeProperties::neverOvercharged,
              noRefusal()),
          new ChargeScenario(
              "memory/never-overcharged.levels",
              "memory/never-overcharged",
              "three tasks in two groups below a third",
              Workload.rounds(3, 1, 2),
              ChargeProperties::neverOvercharged,
              noRefusal()),
          new ChargeScenario(
              "memory/never-overcharged.usage",
              "memory/never-overcharged.usage",
              "two tasks, one group, room for one page",
              Workload.rounds(2, 1, 1),
              ChargeProperties::usageNeverOverMax,
              noRefusal()),
          new ChargeScenario(
              "memory/transient-overshoot-bounded",
              "memory/transient-overshoot-bounded",
              "refusals at two levels",
              Workload.rounds(3, 2, 2),
              ChargeProperties::overshootBounded,
              noRefusal()),
          new ChargeScenario(
              "memory/transient-overshoot-bounded.set-limit",
              "memory/transient-overshoot-bounded",
              "a limit that is lowered while two tasks charge",
              loweredOnce(),
              ChargeProperties::overshootBounded,
              noExchange()),
          new ChargeScenario(
              "memory/transient-overshoot-bounded.max",
              "memory/transient-overshoot-bounded.max",
              "a limit that is lowered while two tasks charge",
              loweredOnce(),
              ChargeProperties::overshootBoundedByMax,
              noExchange()),
          new ChargeScenario(
              "memory/false-refusal-bounded.sizes",
              "memory/false-refusal-bounded",
              "charges of three sizes to one group",
              one(
                  3,
                  Program.of(ROOT, new Charge(2), BACK),
                  Program.of(ROOT, new Charge(3), new Charge(3)),
                  Program.of(ROOT, ONE)),
              ChargeProperties::falseRefusalBounded,
              noRefusal()),
          new ChargeScenario(
              "memory/false-refusal-bounded.levels",
              "memory/false-refusal-bounded",
              "refusals at two levels",
              Workload.rounds(3, 2, 2),
              ChargeProperties::falseRefusalBounded,
              noRefusal()),
          new ChargeScenario(
              "memory/false-refusal-bounded.uncharge",
              "memory/false-refusal-bounded.only-larger-charge",
              "a page that is given back at the leaf, and not yet above",
              pair(1, Program.of(LEFT, ONE, BACK), Program.of(RIGHT, ONE)),
              ChargeProperties::onlyLargerOnesRefuse,
              noRefusal()),
          new ChargeScenario(
              "memory/false-refusal-bounded.chain",
              "memory/false-refusal-bounded.only-larger",
              "a charge that is too large dooms one that fits, which dooms one of its own size",
              one(
                  2,
                  Program.of(ROOT, new Charge(3)),
                  Program.of(ROOT, new Charge(2)),
                  Program.of(ROOT, new Charge(2))),
              ChargeProperties::onlyLargerOnesRefuse,
              noRefusal()),
          new ChargeScenario(
              "memory/false-refusal-bounded.set-limit",
              "memory/false-refusal-bounded.only-above-limit",
              "a lower limit that is tried and taken back",
              loweredOnce(),
              ChargeProperties::refusedAboveCommittedAlone,
              noRefusal()),
          new ChargeScenario(
              "memory/rollback-complete",
              "memory/rollback-complete",
              "refusals at two levels",
              Workload.rounds(3, 1, 2),
              ChargeProperties::rollbackComplete,
              noRefusal()),
          new ChargeScenario(
              "memory/limit-lowered-under-load.one-setter",
              "memory/limit-lowered-under-load",
              "a limit that is lowered while two tasks charge",
              loweredOnce(),
              ChargeProperties::limitKept,
              noExchange()),
          new ChargeScenario(
              "memory/limit-lowered-under-load.two-setters",
              "memory/limit-lowered-under-load",
              "two who lower a limit while a task charges",
              one(
                  3,
                  Program.of(ROOT, ONE),
                  Program.of(ROOT, new SetLimit(ROOT, 1)),
                  Program.of(ROOT, new SetLimit(ROOT, 2))),
              ChargeProperties::limitKept,
              noExchange()),
          new ChargeScenario(
              "memory/moved-task",
              "memory/moved-task",
              "a task that moves away, and a group that is removed behind it",
              pair(
                  9,
                  Program.of(LEFT, ONE, new MoveTo(RIGHT), BACK),
                  Program.of(RIGHT, ONE, new Remove(LEFT), BACK)),
              ChargeProperties::chargesStay,
              nothingElsewhere()),
          new ChargeScenario(
              "memory/honest-charge-passes",
              "memory/honest-charge-passes",
              "refusals at two levels, and charges after them",
              Workload.rounds(3, 2, 2),
              ChargeProperties::honestChargePasses,
              nothingHeld()),
          new ChargeScenario(
              "cgroup/usage-is-sum.refusals",
              "cgroup/usage-is-sum",
              "refusals at two levels",
              Workload.rounds(3, 1, 2),
              ChargeProperties::usageIsSum,
              noRefusal()),
          new ChargeScenario(
              "cgroup/usage-is-sum.moves",
              "cgroup/usage-is-sum",
              "a task that moves between its charge and its giving back",
              pair(9, Program.of(LEFT, ONE, new MoveTo(RIGHT), BACK), Program.of(RIGHT, ONE, BACK)),
              ChargeProperties::usageIsSum,
              nothingElsewhere()),
          new ChargeScenario(
              "pids/fork-bomb-stops",
              "pids/fork-bomb-stops",
              "three tasks that fork twice each, in two groups below one with room for two",
              forks(),
              ChargeProperties::neverOvercharged,
              noRefusal()),
          new ChargeScenario(
              "pids/fork-bomb-stops.host-reserve",
              "pids/fork-bomb-stops.host-reserve",
              "three process numbers, a bomb that may have two, one for the host",
              bombWithin(new Groups.Place(ROOT, 2), new Groups.Place(LEFT, 3)),
              ForkProperties::hostKeepsReserve,
              ForkProperties.hostForks()),
          new ChargeScenario(
              "pids/fork-bomb-stops.host-reserve-at-once",
              "pids/fork-bomb-stops.host-reserve-at-once",
              "three process numbers, a bomb that may have two, one for the host",
              bombWithin(new Groups.Place(ROOT, 2), new Groups.Place(LEFT, 3)),
              ForkProperties::hostKeepsReserveAtOnce,
              ForkProperties.hostForks()),
          new ChargeScenario(
              "cgroup/unlimited-fork-bomb",
              "cgroup/unlimited-fork-bomb",
              "three process numbers, a bomb without a limit, and the host",
              bombWithin(
                  new Groups.Place(ROOT, Groups.UNLIMITED),
                  new Groups.Place(LEFT, Groups.UNLIMITED)),
              workload -> ForkProperties.hostForks(),
              nothingHeld()));

  private ChargeScenarios() {}

  /** All of them. */
  public static List<ChargeScenario> all() {
    return ALL;
  }

  /** The one with this name. */
  public static Optional<ChargeScenario> named(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static Workload one(int max, Program... programs) {
    Groups groups = new Groups(List.of(new Groups.Place(null, max)));
    return new Workload(Controller.MEMORY, groups, List.of(programs));
  }

  /** Two groups below one with room for {@code max} pages. */
  private static Workload pair(int max, Program... programs) {
    Groups groups =
        new Groups(
            List.of(
                new Groups.Place(null, max), new Groups.Place(ROOT, 2), new Groups.Place(ROOT, 2)));
    return new Workload(Controller.MEMORY, groups, List.of(programs));
  }

  private static Workload loweredOnce() {
    return one(
        2,
        Program.of(ROOT, ONE),
        Program.of(ROOT, ONE, BACK),
        Program.of(ROOT, new SetLimit(ROOT, 1)));
  }

  /** A process of a container that forks for ever, and the host, which has none and wants one. */
  private static Workload bombWithin(Groups.Place top, Groups.Place inner) {
    Groups groups = new Groups(List.of(new Groups.Place(null, Groups.UNLIMITED), top, inner));
    Program bomb = new Program(RIGHT, List.of(ONE, ONE, ONE), 1);
    Program host = Program.of(ROOT, ONE, BACK, ONE);
    return new Workload(Controller.PIDS, groups, List.of(bomb, host), OptionalInt.of(3));
  }

  /** The root is not charged; below it a group with two children. */
  private static Workload forks() {
    Group top = new Group(1);
    Groups groups =
        new Groups(
            List.of(
                new Groups.Place(null, 99),
                new Groups.Place(ROOT, 2),
                new Groups.Place(top, 1),
                new Groups.Place(top, 2)));
    Program inFirst = Program.of(new Group(2), ONE, ONE);
    Program inSecond = Program.of(new Group(3), ONE, ONE);
    return new Workload(Controller.PIDS, groups, List.of(inFirst, inSecond, inSecond));
  }
}
