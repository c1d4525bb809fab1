package watertight.model.linux.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.Property;
import watertight.model.linux.Rules;
import watertight.model.linux.namespace.NamespaceChoices;
import watertight.model.linux.process.ProcessChoices;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;
import watertight.model.linux.task.RootChoices;

/** Every claim about the Linux world, and what it says of a scenario's machine. */
public final class LinuxClaims {
  private static final List<Claim> ALL =
      Stream.of(ChrootClaims.all(), NamespaceClaims.all(), PidClaims.all())
          .flatMap(List::stream)
          .toList();

  private LinuxClaims() {}

  /** The claims. */
  public static List<Claim> all() {
    return ALL;
  }

  /** The claim with this name. */
  public static Optional<Claim> named(String name) {
    return all().stream().filter(claim -> claim.name().equals(name)).findFirst();
  }

  /** The weaker whole designs of the deck: the guards that each does without. */
  public static Map<String, List<Guard>> variants() {
    return Map.of(
        "root-per-user",
        List.of(RootChoices.ROOT_PER_TASK),
        "one-pid-table",
        List.of(ProcessChoices.PID_LOOKUP_IN_OWN_NAMESPACE),
        "separate-pid-tables",
        List.of(NamespaceChoices.PID_IN_EVERY_ANCESTOR));
  }

  /** What must hold in every run of a scenario: its goal is never reached. */
  public static Property<Move> property(ScenarioMachine machine) {
    return switch (machine.scenario().goal()) {
      case Goal.Reads reads -> GoalProperties.neverReads(reads);
      case Goal.Writes writes -> GoalProperties.neverWrites(writes);
      case Goal.Upon upon -> DeedProperties.never(upon);
      case Goal.BreaksClaim breaks -> ClaimPredicates.of(breaks.claim(), machine);
    };
  }

  /**
   * What is broken as soon as a scenario is about something: its claim's precondition is met, and
   * somebody has tried.
   */
  public static Property<Move> witness(ScenarioMachine machine) {
    return Witnesses.of(machine);
  }

  /** The party whose gain the goal is; for a claim's own predicate the first that is searched. */
  static String subject(Scenario scenario) {
    return scenario.goal() instanceof Goal.BreaksClaim
        ? scenario.parties().stream()
            .filter(party -> party instanceof Party.Free)
            .findFirst()
            .map(Party::name)
            .orElse(scenario.goal().party())
        : scenario.goal().party();
  }

  static Rules rules(ScenarioMachine machine) {
    return machine.rules();
  }
}
