package watertight.checker.kernel;

import java.util.List;

/** What a kernel did with a move. */
public sealed interface Answer {
  /**
   * The call came back without an error.
   *
   * @param value what it returned; for a new task its number as the maker sees it
   * @param out what it wrote to the caller
   */
  record Returned(long value, Out out) implements Answer {}

  /** The call came back with this errno. */
  record Failed(int errno) implements Answer {}

  /** The call has not come back, and the task sleeps in it. */
  record Blocks() implements Answer {}

  /** The task has ended: {@code exited with 3}, {@code killed by SIGKILL}. */
  record Died(String how) implements Answer {
    /** Somebody has waited for it already, and was told how. */
    public static final String UNKNOWN = "ended, and nobody knows how";
  }

  /** The move could not be taken: there is no such task, it is dead, or it is in another call. */
  record NotTaken(String reason) implements Answer {}

  /** What a call wrote to its caller. */
  sealed interface Out {
    /** Nothing. */
    record Nothing() implements Out {}

    /** A new descriptor refers to an object with this name, as seen from the world's own root. */
    record Object(String name) implements Out {}

    /** Bytes, one in each character. */
    record Bytes(String bytes) implements Out {}

    /** struct stat; the identity is st_dev and st_ino. */
    record Status(String identity, int mode, int uid, int gid, long size) implements Out {}

    /** How a child ended or stopped. */
    record Waited(int status) implements Out {}

    /** struct utsname, as far as the model knows it. */
    record Names(String nodename, String domainname) implements Out {}

    /** The two descriptors of a pair. */
    record Pair(int first, int second) implements Out {}

    /** A message: its bytes, one in each character, and the descriptors that came along. */
    record Message(String bytes, List<Integer> fds, List<String> objects) implements Out {}
  }
}
