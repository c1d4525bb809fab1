package watertight.checker.agree.proof;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cells;
import watertight.model.charge.Added;
import watertight.model.charge.Adding;
import watertight.model.charge.Charged;
import watertight.model.charge.Doing;
import watertight.model.charge.FreeingNumber;
import watertight.model.charge.Group;
import watertight.model.charge.InFlight;
import watertight.model.charge.LimitRead;
import watertight.model.charge.Loaded;
import watertight.model.charge.MaxCell;
import watertight.model.charge.SettingLimit;
import watertight.model.charge.Storing;
import watertight.model.charge.Task;
import watertight.model.charge.TaskCell;
import watertight.model.charge.TaskState;
import watertight.model.charge.Uncharging;
import watertight.model.charge.Undoing;
import watertight.model.charge.UsageCell;
import watertight.model.charge.Workload;

/**
 * A state of the charge machine, summed up as {@code specs/smt/charge.smt2} does, at one counter.
 */
final class CounterView {
  private final Group counter;
  private final long x;
  private long granted;
  private long waiting;
  private long low;
  private long high;
  private long doomed;
  private String setter = "idle";
  private long limit;

  /** What the setter read, what it wants, and what it replaced; an idle one remembers. */
  private long read;

  private long wanted;
  private long old;

  private CounterView(Group counter, long x) {
    this.counter = counter;
    this.x = x;
  }

  /**
   * The fields of the state.
   *
   * @param last the fields of the state before, which an idle setter remembers
   */
  static List<Object> of(Cells cells, Workload workload, Group counter, long x, List<Object> last) {
    CounterView view = new CounterView(counter, x);
    long usage = cells.get(new UsageCell(counter));
    long max = cells.get(new MaxCell(counter));
    view.limit = max;
    view.read = (Long) last.get(9);
    view.wanted = (Long) last.get(10);
    view.old = (Long) last.get(11);
    for (Task task : workload.tasks()) {
      view.add(cells.get(new TaskCell(task)), workload);
    }
    List<Object> fields = new ArrayList<>(List.of(usage, max, view.limit));
    fields.addAll(List.of(view.granted, view.waiting, view.low, view.high, view.doomed));
    fields.addAll(List.of(view.setter, view.read, view.wanted, view.old));
    return fields;
  }

  private void add(TaskState state, Workload workload) {
    for (Charged one : state.held()) {
      granted += workload.groups().isWithin(one.group(), counter) ? one.pages() : 0;
    }
    InFlight flying = state.doing().inFlight();
    switch (state.doing()) {
      case Doing.Ready none -> {}
      case Adding one -> waiting += flying.pagesAt(counter);
      case Added one when one.at().equals(counter) -> {
        low += one.saw() <= x ? one.charged().pages() : 0;
        high += one.saw() <= x ? 0 : one.charged().pages();
      }
      case Added one -> waiting += flying.pagesAt(counter);
      case Undoing one -> doomed += flying.pagesAt(counter);
      case Uncharging one -> granted += flying.pagesAt(counter);
      case FreeingNumber none -> {}
      case LimitRead weaker -> throw new IllegalStateException("a guard is away");
      case Loaded weaker -> throw new IllegalStateException("a guard is away");
      case Storing weaker -> throw new IllegalStateException("a guard is away");
      case SettingLimit one -> set(one);
    }
  }

  private void set(SettingLimit setting) {
    switch (setting) {
      case SettingLimit.FirstLook none -> {}
      case SettingLimit.Exchanging one when one.set().group().equals(counter) ->
          setter("has-read", one.usage(), one.set().max());
      case SettingLimit.SecondLook one when one.set().group().equals(counter) -> {
        setter("has-exchanged", one.usage(), one.set().max());
        exchanged(one.old());
      }
      case SettingLimit.Restoring one when one.set().group().equals(counter) -> {
        setter("has-exchanged", read, one.set().max());
        exchanged(one.old());
      }
      case SettingLimit.Exchanging elsewhere -> {}
      case SettingLimit.SecondLook elsewhere -> {}
      case SettingLimit.Restoring elsewhere -> {}
    }
  }

  private void setter(String place, long usage, long max) {
    setter = place;
    read = usage;
    wanted = max;
  }

  private void exchanged(long before) {
    old = before;
    limit = Math.max(before, wanted);
  }
}
