package watertight.model.linux.task;

import watertight.model.Cell;
import watertight.model.Ref;

/** One end of a pair of sockets. */
public record SocketCell(Socket owner) implements Cell<SocketState> {
  @Override
  public SocketCell ownedBy(Ref owner) {
    return new SocketCell((Socket) owner);
  }
}
