package watertight.checker.text;

import java.util.List;
import java.util.Optional;

/** What a call must write to its caller's memory. */
public sealed interface Out {
  /** Nothing is said: the call has no such argument, fails, or may write what it likes. */
  record Nothing() implements Out {}

  /** This text, of read, readlink, readlinkat or getcwd. */
  record Text(String text) implements Out {}

  /** A text that starts so. */
  record Starts(String text) implements Out {}

  /** A text: any the first time, the same again after that. */
  record BoundText(String name) implements Out {}

  /**
   * Fields of struct stat; what is empty is not compared.
   *
   * @param identity the name of the object, equal for st_ino (and st_dev) that are equal
   * @param type the file type, such as {@code S_IFREG}
   * @param mode the permission bits
   * @param uid the owner
   * @param gid the owning group
   * @param size st_size
   */
  record Status(
      Optional<String> identity,
      Optional<String> type,
      Optional<Value> mode,
      Optional<Value> uid,
      Optional<Value> gid,
      Optional<Value> size)
      implements Out {
    /** Nothing is compared. */
    public static final Status EMPTY = of(Optional.empty(), Optional.empty());

    /** Type and mode alone are compared. */
    public static Status of(Optional<String> type, Optional<Value> mode) {
      return new Status(
          Optional.empty(), type, mode, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** What wait4 tells of a child. */
  record Waited(int status) implements Out {}

  /**
   * Fields of struct utsname, each a {@link Text} or a {@link BoundText}; what is empty is not
   * compared.
   */
  record Names(Optional<Out> nodename, Optional<Out> domainname) implements Out {}

  /** The two descriptors of socketpair. */
  record Pair(int first, int second) implements Out {}

  /** A received message: its bytes, and the descriptors that came along. */
  record Message(String data, List<Descriptor> fds) implements Out {
    public Message {
      fds = List.copyOf(fds);
    }
  }

  /**
   * A descriptor.
   *
   * @param fd its number
   * @param object what it refers to, as seen from the world's own root, where that is said
   */
  record Descriptor(int fd, Optional<String> object) {}
}
