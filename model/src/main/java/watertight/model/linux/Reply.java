package watertight.model.linux;

import java.util.List;
import java.util.Set;
import watertight.model.Result;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Inode;
import watertight.model.linux.path.Path;
import watertight.model.linux.signal.Sender;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.signal.SignalChoices;
import watertight.model.linux.task.Task;

/** What a successful system call returns, out-arguments included. */
public sealed interface Reply extends Result.Answer {
  /** A number, mostly 0. */
  record Number(long value) implements Reply {}

  /**
   * A new descriptor.
   *
   * @param fd its number
   * @param path what it refers to
   */
  record Descriptor(int fd, Path path) implements Reply {}

  /**
   * Text that was written to the caller's buffer, and the number returned.
   *
   * @param text the bytes
   * @param value what the call returns
   */
  record Text(String text, long value) implements Reply {}

  /**
   * The fields of struct stat that the model knows.
   *
   * @param identity which object it is
   * @param type the file type, such as {@code S_IFREG}
   * @param mode the permission bits
   * @param uid the owner
   * @param gid the owning group
   * @param size st_size for files and links; −1 where the model does not say
   */
  record Status(Identity identity, String type, int mode, int uid, int gid, long size)
      implements Reply {}

  /**
   * A new task.
   *
   * @param task its name
   * @param pid its number, as its maker sees it
   */
  record Child(Task task, int pid) implements Reply {}

  /**
   * What uname writes that the model knows (struct new_utsname).
   *
   * @param nodename the host name
   * @param domainname the NIS domain name
   */
  record Names(String nodename, String domainname) implements Reply {}

  /** The two descriptors of a pair. */
  record Pair(int first, int second) implements Reply {}

  /** A received message: its bytes, and the descriptors that came along. */
  record Message(String data, List<Integer> fds, List<Path> paths) implements Reply {
    public Message {
      fds = List.copyOf(fds);
      paths = List.copyOf(paths);
    }
  }

  /**
   * A child of which wait4 told.
   *
   * @param pid its number, as its parent sees it
   * @param status what is told, as WIFEXITED and the like read it
   */
  record Waited(int pid, int status) implements Reply {}

  /** A signal was sent, and what was chosen on the way: 0 is returned whatever became of it. */
  record Sent(Set<SignalChoices> met) implements Reply {
    public Sent {
      met = Set.copyOf(met);
    }
  }

  /** Signals were delivered, and these handlers ran; the task may have stopped. */
  record Delivered(List<Handled> ran) implements Reply {
    public Delivered {
      ran = List.copyOf(ran);
    }
  }

  /** A handler ran, and what it was told. */
  record Handled(Signal signal, Sender sender) {}

  /** The call has begun and waits between two components of its path. */
  record Unfinished() implements Reply {}

  /** Which object a name leads to: what st_dev and st_ino tell together. */
  sealed interface Identity {
    /** An object of a file system that stores its tree. */
    record Stored(Inode inode) implements Identity {}

    /** An object that the kernel makes up: of procfs, or a socket. */
    record Made(Dentry dentry) implements Identity {}
  }

  /** The reply 0. */
  static Result zero() {
    return new Result.Returned(new Number(0));
  }
}
