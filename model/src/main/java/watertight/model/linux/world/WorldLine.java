package watertight.model.linux.world;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.task.Task;

/**
 * One line of a world. Paths are absolute, plain (no {@code .}, {@code ..} or links are followed)
 * and seen from the world's own root; missing parents are made (0755, 0:0).
 */
public sealed interface WorldLine {
  /** A directory, 0755, 0:0; nothing when it is there. */
  record Dir(String path) implements WorldLine {}

  /** A regular file, 0644, 0:0, with {@code content}. */
  record File(String path, String content) implements WorldLine {}

  /** A symbolic link. */
  record Symlink(String path, String target) implements WorldLine {}

  /** A hard link: {@code path} becomes one more name of {@code existing}. */
  record Link(String path, String existing) implements WorldLine {}

  /** A named pipe, 0644. */
  record Fifo(String path) implements WorldLine {}

  /** A bound UNIX socket, 0755. */
  record Socket(String path) implements WorldLine {}

  /** A device node, 0644. */
  record Device(String path, boolean block, int major, int minor) implements WorldLine {}

  /** Sets the mode of what {@code path} names. */
  record Mode(int mode, String path) implements WorldLine {}

  /** Sets the owner of what {@code path} names. */
  record Owner(int uid, int gid, String path) implements WorldLine {}

  /** Mounts a new file system: {@code tmpfs} or {@code proc}. */
  record MountNew(String type, String path, List<String> options) implements WorldLine {
    public MountNew {
      options = List.copyOf(options);
    }
  }

  /** Mounts the tree at {@code from} at {@code to} as well. */
  record Bind(String from, String to) implements WorldLine {}

  /** A PID namespace below the world's own, in which nobody is yet. */
  record PidNs(String name) implements WorldLine {}

  /**
   * A task: what is empty stays as in the default world, or as its parent has it.
   *
   * @param pidns the PID namespace that it is born in; the first task of one is its init
   * @param ownSession whether it has made a session of its own, though it has a parent
   */
  record TaskLine(
      Task task,
      Optional<Integer> uid,
      Optional<Integer> gid,
      Optional<CapSet> caps,
      Optional<String> root,
      Optional<String> cwd,
      Optional<Task> parent,
      Optional<String> pidns,
      boolean ownSession,
      SortedMap<Integer, String> fds)
      implements WorldLine {
    /** A task in the world's PID namespace, in its parent's session. */
    public TaskLine(
        Task task,
        Optional<Integer> uid,
        Optional<Integer> gid,
        Optional<CapSet> caps,
        Optional<String> root,
        Optional<String> cwd,
        Optional<Task> parent,
        SortedMap<Integer, String> fds) {
      this(task, uid, gid, caps, root, cwd, parent, Optional.empty(), false, fds);
    }
  }

  /** Sets a limit or a sysctl, by the name of the {@code rules} line. */
  record Rule(String name, int value) implements WorldLine {}
}
