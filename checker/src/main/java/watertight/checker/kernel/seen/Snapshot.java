package watertight.checker.kernel.seen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A world at one moment. Identities are any values with equality, such as inode numbers; two
 * snapshots are the same when one renaming of identities turns each into the other.
 *
 * @param mounts the mounts of the namespace, the root first
 * @param trees for each file system that stores its tree and that a mount shows, its tree from its
 *     own root, nothing mounted
 * @param numbers the numbers that a procfs lists, by the object at its root
 * @param tasks the living tasks, by letter
 * @param processes those that have a number, zombies included, by letter
 */
public record Snapshot(
    List<MountSeen> mounts,
    List<Node> trees,
    Map<Object, List<Integer>> numbers,
    SortedMap<String, TaskSeen> tasks,
    SortedMap<String, ProcessSeen> processes) {

  /**
   * What stands for any object inside procfs, the root excepted, that a mount shows or covers: the
   * mount table gives it by a path alone, which no tree tells the object of.
   */
  public static final Object IN_PROC = "an object in procfs";

  /**
   * What stands for any object without a name at the root of a mount: the mount table gives the
   * name that it had.
   */
  public static final Object REMOVED = "an object that was removed";

  private static final int BOUNDING = 3;

  /**
   * The snapshot as it would be on a machine where "all" capabilities are those that another one
   * shows: the bounding set found there.
   */
  public Snapshot boundAs(Snapshot machine) {
    long found =
        machine.tasks().values().stream()
            .mapToLong(task -> task.caps().get(BOUNDING))
            .reduce(0, (one, other) -> one | other);
    SortedMap<String, TaskSeen> bound = new TreeMap<>();
    tasks.forEach((letter, task) -> bound.put(letter, task.withCapsWithin(found)));
    return new Snapshot(mounts, trees, numbers, bound, processes);
  }

  /**
   * A mount.
   *
   * @param id which one it is
   * @param type the file system, such as {@code tmpfs}
   * @param root the object at its root
   * @param parent the mount it is on; empty for the root
   * @param mountpoint the object it covers; empty for the root
   * @param nosymfollow whether links are not followed
   */
  public record MountSeen(
      Object id,
      String type,
      Object root,
      Optional<Object> parent,
      Optional<Object> mountpoint,
      boolean nosymfollow) {}

  /**
   * An object of a tree.
   *
   * @param id which object it is
   * @param mode type and permission bits, as st_mode
   * @param content the bytes of a file, the target of a link, the numbers of a device
   * @param entries the names in a directory
   */
  public record Node(
      Object id, int mode, int uid, int gid, String content, SortedMap<String, Node> entries) {}

  /** A place: an object and the mount through which it is reached. */
  public record Place(Object mount, Object object) {}

  /**
   * A task.
   *
   * @param fs which fs_struct it has, where that can be told
   * @param table which files_struct it has, where that can be told
   * @param uids real, effective, saved and file system user id
   * @param caps effective, permitted, inheritable and bounding set
   * @param namespaces the namespaces that it is in
   * @param files its descriptors
   */
  public record TaskSeen(
      Place root,
      Place cwd,
      Optional<Object> fs,
      Optional<Object> table,
      int umask,
      List<Integer> uids,
      int gid,
      List<Long> caps,
      NamespacesSeen namespaces,
      Map<Integer, FileSeen> files) {
    private TaskSeen withCapsWithin(long found) {
      List<Long> within = caps.stream().map(set -> set & found).toList();
      return new TaskSeen(root, cwd, fs, table, umask, uids, gid, within, namespaces, files);
    }
  }

  /**
   * A process among others; man 5 proc_pid_status. Of a zombie the signals are not told.
   *
   * @param state {@code alive}, {@code stopped}, {@code exiting} or {@code zombie}
   * @param ppid its parent's number in the world's PID namespace
   * @param numbers its numbers, groups and sessions, from the world's PID namespace inwards
   * @param signals pending for the thread, pending, blocked, ignored and handled, as bits
   */
  public record ProcessSeen(
      String state, int ppid, List<List<Integer>> numbers, List<Long> signals) {}

  /**
   * The namespaces of a task, and what it sees of them.
   *
   * @param which which namespace it is in, by the name of the kind
   * @param nodename the host name
   * @param domainname the domain name
   */
  public record NamespacesSeen(
      SortedMap<String, Object> which, String nodename, String domainname) {}

  /**
   * An open file.
   *
   * @param at what it refers to
   * @param flags as fcntl(F_GETFL) tells
   * @param offset where it reads on
   * @param description which open file description it is, where that can be told
   */
  public record FileSeen(Place at, long flags, long offset, Optional<Object> description) {}
}
