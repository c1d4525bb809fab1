package watertight.model.charge;

import watertight.model.Cell;
import watertight.model.Update;

/** page_counter.usage: what is charged to a group, and tries that may still be refused. */
public record UsageCell(Group group) implements Cell<Integer> {
  @Override
  public Integer absent() {
    return 0;
  }

  /** atomic_long_add, by a task that does not look at the result. */
  public record Add(int pages) implements Update<Integer> {
    @Override
    public Integer apply(Integer usage) {
      return usage + pages;
    }
  }
}
