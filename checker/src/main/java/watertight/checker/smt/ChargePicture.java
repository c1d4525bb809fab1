package watertight.checker.smt;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.charge.Added;
import watertight.model.charge.Adding;
import watertight.model.charge.Charged;
import watertight.model.charge.CommittedCell;
import watertight.model.charge.Doing;
import watertight.model.charge.FreeingNumber;
import watertight.model.charge.Group;
import watertight.model.charge.LimitRead;
import watertight.model.charge.Loaded;
import watertight.model.charge.MaxCell;
import watertight.model.charge.MutexCell;
import watertight.model.charge.SettingLimit;
import watertight.model.charge.Storing;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.TaskState;
import watertight.model.charge.Uncharging;
import watertight.model.charge.Undoing;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;

/** A state of the charge machine, put as the text of runs puts it: one line for each part. */
final class ChargePicture {
  private ChargePicture() {}

  /** What is so in a state of the model. */
  static List<String> of(Cells cells, Workload workload) {
    List<String> lines = new ArrayList<>();
    for (Group group : workload.groups().all()) {
      lines.add(
          counter(
              group,
              cells.get(new UsageCell(group)),
              cells.get(new MaxCell(group)),
              cells.get(new CommittedCell(group))));
    }
    lines.add(mutex(cells.get(new MutexCell()) != null));
    for (Task task : workload.tasks()) {
      TaskState state = cells.get(new TaskCell(task));
      lines.add(task(task, state.home(), standing(state.doing()), held(state.held())));
    }
    return lines;
  }

  static String counter(Group group, long usage, long max, long committed) {
    return "%s usage %d max %d committed %d".formatted(group, usage, max, committed);
  }

  static String mutex(boolean locked) {
    return locked ? "the mutex is locked" : "the mutex is free";
  }

  static String task(Task task, Group home, String standing, String held) {
    return "%s in %s %s holds %s".formatted(task, home, standing, held);
  }

  static String standing(
      String place, Group at, long pages, long saw, long limit, boolean another) {
    return "%s %s %d saw %d limit %d%s"
        .formatted(place, at, pages, saw, limit, another ? " and another" : "");
  }

  static String held(long pages, Group group) {
    return pages == 0 ? "nothing" : pages + " of " + group;
  }

  private static String held(List<Charged> held) {
    return held.isEmpty() ? held(0, new Group(0)) : held(pages(held), held.getFirst().group());
  }

  private static int pages(List<Charged> held) {
    return held.stream().mapToInt(Charged::pages).sum();
  }

  private static String standing(Doing doing) {
    return switch (doing) {
      case Doing.Ready ready -> "ready";
      case FreeingNumber uncharged -> "ready";
      case Adding one -> at("adding", one.levels().get(one.level()), one.charged(), 0, 0);
      case LimitRead one ->
          at("limit-read", one.levels().get(one.level()), one.charged(), 0, one.limit());
      case Added one -> at("added", one.at(), one.charged(), one.saw(), Math.max(0, one.limit()));
      case Loaded one -> at("loaded", one.levels().get(one.level()), one.charged(), one.saw(), 0);
      case Storing one ->
          at(
              "storing",
              one.levels().get(one.level()),
              one.charged(),
              one.sum() - one.charged().pages(),
              0);
      case Undoing one ->
          standing(
              "undoing", one.left().getFirst(), one.charged().pages(), 0, 0, one.left().size() > 1);
      case Uncharging one ->
          standing("uncharging", one.left().getFirst(), one.pages(), 0, 0, one.left().size() > 1);
      case SettingLimit.FirstLook one ->
          standing("first-look", one.set().group(), one.set().max(), 0, 0, false);
      case SettingLimit.Exchanging one ->
          standing("exchanging", one.set().group(), one.set().max(), one.usage(), 0, false);
      case SettingLimit.SecondLook one ->
          standing(
              "second-look", one.set().group(), one.set().max(), one.usage(), one.old(), false);
      case SettingLimit.Restoring one ->
          standing("restoring", one.set().group(), one.set().max(), 0, one.old(), false);
    };
  }

  private static String at(String place, Group group, Charged charged, long saw, long limit) {
    return standing(place, group, charged.pages(), saw, limit, false);
  }
}
