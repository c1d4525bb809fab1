package watertight.model.linux.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;

/**
 * One end of a pair of connected UNIX sockets; man 7 unix.
 *
 * @param peer the other end
 * @param queue what was sent to this end and not yet received, oldest first
 * @param uid the user that made it, by its id for files (net/socket.c: sock_alloc)
 * @param gid the group likewise
 */
public record SocketState(Socket peer, List<Message> queue, int uid, int gid)
    implements Referring<SocketState> {
  /**
   * A message in flight.
   *
   * @param data its bytes, as text
   * @param files the descriptions that were sent along (SCM_RIGHTS)
   */
  public record Message(String data, List<OpenFile> files) {
    public Message {
      files = List.copyOf(files);
    }
  }

  public SocketState {
    queue = List.copyOf(queue);
  }

  @Override
  public void eachRef(Consumer<Ref> visitor) {
    visitor.accept(peer);
    queue.forEach(message -> message.files().forEach(visitor));
  }

  @Override
  public SocketState renamed(Renaming renaming) {
    List<Message> renamed = new ArrayList<>();
    for (Message message : queue) {
      renamed.add(new Message(message.data(), message.files().stream().map(renaming::of).toList()));
    }
    return new SocketState(renaming.of(peer), renamed, uid, gid);
  }

  /** This end with another queue. */
  SocketState withQueue(List<Message> queue) {
    return new SocketState(peer, queue, uid, gid);
  }
}
