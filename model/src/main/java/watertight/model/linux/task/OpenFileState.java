package watertight.model.linux.task;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.linux.path.Path;

/** What an open file description refers to. */
public sealed interface OpenFileState extends Referring<OpenFileState> {
  /**
   * An opened path.
   *
   * @param path the object
   * @param access what may be done with it
   * @param offset how many bytes were read
   */
  record OpenPath(Path path, Access access, int offset) implements OpenFileState {
    @Override
    public void eachRef(Consumer<Ref> visitor) {
      path.eachRef(visitor);
    }

    @Override
    public OpenPath renamed(Renaming renaming) {
      return new OpenPath(path.renamed(renaming), access, offset);
    }
  }

  /**
   * One end of a pair of connected sockets.
   *
   * @param socket the end
   */
  record OpenSocket(Socket socket) implements OpenFileState {
    @Override
    public void eachRef(Consumer<Ref> visitor) {
      visitor.accept(socket);
    }

    @Override
    public OpenSocket renamed(Renaming renaming) {
      return new OpenSocket(renaming.of(socket));
    }
  }

  /**
   * A process; man 2 pidfd_open.
   *
   * @param task the process
   * @param thread whether signals through it go to the one thread alone (PIDFD_THREAD)
   */
  record OpenPidfd(Task task, boolean thread) implements OpenFileState {
    @Override
    public void eachRef(Consumer<Ref> visitor) {}

    @Override
    public OpenPidfd renamed(Renaming renaming) {
      return this;
    }
  }

  /** What may be done with an opened path. */
  enum Access {
    /** Nothing but to name it (O_PATH). */
    PATH,
    READ,
    WRITE,
    READ_WRITE,
    /** Neither: the access mode 3, which only asks for permission. */
    NONE;

    /** Whether the content may be read (FMODE_READ). */
    public boolean reads() {
      return this == READ || this == READ_WRITE;
    }

    /** Whether the content may be written (FMODE_WRITE). */
    public boolean writes() {
      return this == WRITE || this == READ_WRITE;
    }
  }

  /** The opened path, or null for what has none. */
  default Path pathOrNull() {
    return this instanceof OpenPath open ? open.path() : null;
  }
}
