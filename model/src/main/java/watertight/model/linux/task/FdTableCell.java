package watertight.model.linux.task;

import watertight.model.Cell;
import watertight.model.Update;
import watertight.model.View;

/** A task's descriptors. */
public record FdTableCell(Task task) implements Cell<FdTable> {
  @Override
  public FdTable absent() {
    return FdTable.NONE;
  }

  /** The open file description behind a number, or null. */
  public record Behind(int fd) implements View<FdTable, OpenFile> {
    @Override
    public OpenFile of(FdTable table) {
      return table.files().get(fd);
    }
  }

  /** The lowest number that is not open. */
  public record LowestFree() implements View<FdTable, Integer> {
    @Override
    public Integer of(FdTable table) {
      return table.lowestFree();
    }
  }

  /** Opens a number. */
  public record Put(int fd, OpenFile file) implements Update<FdTable> {
    @Override
    public FdTable apply(FdTable table) {
      return table.with(fd, file);
    }
  }

  /** Closes a number. */
  public record Drop(int fd) implements Update<FdTable> {
    @Override
    public FdTable apply(FdTable table) {
      return table.without(fd);
    }
  }
}
