package watertight.model.linux.task;

import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Update;
import watertight.model.View;

/** The descriptors of a files_struct. */
public record FdTableCell(FilesStruct owner) implements Cell<FdTable> {
  @Override
  public FdTableCell ownedBy(Ref owner) {
    return new FdTableCell((FilesStruct) owner);
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
