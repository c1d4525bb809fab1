package watertight.model.linux.task;

import watertight.model.Cell;
import watertight.model.Ref;

/** What an open file description refers to. */
public record OpenFileCell(OpenFile owner) implements Cell<OpenFileState> {
  @Override
  public OpenFileCell ownedBy(Ref owner) {
    return new OpenFileCell((OpenFile) owner);
  }
}
