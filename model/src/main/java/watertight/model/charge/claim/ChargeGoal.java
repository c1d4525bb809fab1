package watertight.model.charge.claim;

import java.util.List;
import java.util.function.Function;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.charge.Did;
import watertight.model.charge.Group;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.Workload;

/** What somebody's own situation asks for: whether it can be reached. */
public sealed interface ChargeGoal {
  /** The claims that a goal can be about. */
  List<String> CLAIMS =
      ChargeScenarios.all().stream().map(ChargeScenario::claim).distinct().toList();

  /** The goal as it is written. */
  String text();

  /** What holds as long as it is not reached. */
  Property<Task> property(Workload workload);

  /** What is broken as soon as the question is about something: somebody was granted a page. */
  default Property<Task> witness() {
    return ChargeProperties.nothingHeld();
  }

  /** A claim does not hold. */
  record BreaksClaim(String claim) implements ChargeGoal {
    @Override
    public String text() {
      return "breaks " + claim;
    }

    @Override
    public Property<Task> property(Workload workload) {
      Function<Workload, Property<Task>> predicate = scenarios().getFirst().predicate();
      return predicate.apply(workload);
    }

    @Override
    public Property<Task> witness() {
      List<Property<Task>> witnesses = scenarios().stream().map(ChargeScenario::witness).toList();
      return ChargeProperties.all(witnesses);
    }

    private List<ChargeScenario> scenarios() {
      return ChargeScenarios.all().stream().filter(one -> one.claim().equals(claim)).toList();
    }
  }

  /** More pages are handed out to a group and its descendants. */
  record Granted(Group group, int above) implements ChargeGoal {
    @Override
    public String text() {
      return "granted " + group + " > " + above;
    }

    @Override
    public Property.OfStates<Task> property(Workload workload) {
      return cells -> Ledger.held(workload, cells).granted(group) <= above;
    }
  }

  /** A counter shows more. */
  record Usage(Group group, int above) implements ChargeGoal {
    @Override
    public String text() {
      return "usage " + group + " > " + above;
    }

    @Override
    public Property.OfStates<Task> property(Workload workload) {
      return cells -> Ledger.held(workload, cells).usage(group) <= above;
    }
  }

  /** A charge to a group, or a fork there, is over a limit or finds no process number. */
  record Refused(Group group) implements ChargeGoal {
    @Override
    public String text() {
      return "refused " + group;
    }

    @Override
    public Property.OfSteps<Task> property(Workload workload) {
      return (before, who, result, after) ->
          !before.view(new TaskCell(who), new TaskCell.Home()).equals(group)
              || !(result instanceof Result.Returned(Did did))
              || !did.result().equals("over") && !did.result().equals("EAGAIN");
    }
  }
}
