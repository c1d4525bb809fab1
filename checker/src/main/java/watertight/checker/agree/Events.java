package watertight.checker.agree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Gate;
import watertight.model.linux.mount.MountGates;
import watertight.model.linux.path.NameGates;
import watertight.model.linux.path.PathGates;
import watertight.model.linux.task.FsGates;

/** The predicates of task.als about what tasks do. */
final class Events {
  /**
   * A predicate.
   *
   * @param parameters what it is asked of
   * @param text how it is asked
   * @param premise what else must be so for an instance to be a call of the model
   */
  record Event(String parameters, String text, String premise) {
    /** The names of the parameters. */
    List<String> names() {
      List<String> names = new ArrayList<>();
      for (String parameter : parameters.split(",")) {
        names.add(parameter.split(":")[0].strip());
      }
      return names;
    }
  }

  private static final String RENAMES =
      "idle[t.walk] and some d.d_parent and d.d_name != n and m->d.d_parent in places[t] and"
          + " m2->e in places[t] and no entry[e, n]";
  private static final String RENAMING = "t: Task, m: Mount, m2: Mount, d: Dentry, e: Dir, n: Name";
  private static final String NO_FLAGS = "no t.walk.flags";
  private static final String BINDS = NO_FLAGS + " and m->d in places[t] and d in Dir + File";

  private static final Map<String, Event> ALL = new LinkedHashMap<>();

  static {
    put("begin_ok", "t: Task, m: Mount, d: Dentry, p: Path", "begin_ok[t, m, d, p]", "");
    put("walk_ok", "t: Task", "walk_ok[t]", "");
    put("give_up", "t: Task", "give_up[t]", "(arrived[t.walk] or dentry[t.walk] in Dir)");
    put("chdir_ok", "t: Task", "chdir_ok[t]", NO_FLAGS);
    put("chdir_not_directory", "t: Task", "chdir_not_directory[t]", NO_FLAGS);
    put("chroot_ok", "t: Task", "chroot_ok[t]", NO_FLAGS);
    put("chroot_not_directory", "t: Task", "chroot_not_directory[t]", NO_FLAGS);
    put("chroot_not_permitted", "t: Task", "chroot_not_permitted[t]", NO_FLAGS);
    put("open_ok", "t: Task", "open_ok[t]", "");
    put("fchdir_ok", "t: Task, m: Mount, d: Dentry", "fchdir_ok[t, m, d]", "");
    put(
        "fchdir_not_directory",
        "t: Task, m: Mount, d: Dentry",
        "fchdir_not_directory[t, m, d]",
        "idle[t.walk]");
    put("mkdir_ok", "t: Task, n: Name, new: Dir", "mkdir_ok[t, n, new]", NO_FLAGS);
    put("mkdir_exists", "t: Task, n: Name", "mkdir_exists[t, n]", NO_FLAGS);
    put(
        "mkdir_not_directory",
        "t: Task, n: Name",
        "mkdir_not_directory[t]",
        NO_FLAGS
            + " and dentry[t.walk] in File - Top and t.walk.at = seen[mnt[t.walk],"
            + " dentry[t.walk]]");
    put("rename_ok", RENAMING, "m = m2 and rename_ok[t, m, d, e, n]", RENAMES);
    put("rename_xdev", RENAMING, "rename_xdev[m, m2]", RENAMES);
    put("rename_busy", RENAMING, "rename_busy[m, m2, d, e]", RENAMES);
    put("rename_into_itself", RENAMING, "rename_into_itself[m, m2, d, e]", RENAMES);
    put("clone_ok", "t: Task, u: Task, f: Fs", "clone_ok[t, u, f]", "");
    put("clone_fs_ok", "t: Task, u: Task", "clone_fs_ok[t, u]", "");
    String bind = "t: Task, new: Mount, m: Mount, d: Dentry";
    put("bind_ok", bind, "bind_ok[t, new, m, d]", BINDS);
    put("bind_not_permitted", bind, "bind_not_permitted[t]", BINDS);
    put("bind_kinds_differ", bind, "bind_kinds_differ[t, d]", BINDS);
    put("drop_ok", "t: Task, u: Uid", "drop_ok[t, u]", "");
    put(
        "pass_ok",
        "t: Task, u: Task, m: Mount, d: Dentry",
        "pass_ok[t, u, m, d]",
        "t != u and idle[u.walk]");
  }

  private static final Map<Gate, Set<String>> REFUSALS =
      Map.of(
          PathGates.END_IS_DIRECTORY, Set.of("chdir_not_directory", "chroot_not_directory"),
          PathGates.COMPONENT_IS_DIRECTORY, Set.of("mkdir_not_directory"),
          FsGates.CHROOT_NEEDS_CAPABILITY, Set.of("chroot_not_permitted"),
          FsGates.FCHDIR_DIRECTORY, Set.of("fchdir_not_directory"),
          NameGates.MAKE_NEW_NAME, Set.of("mkdir_exists"),
          NameGates.RENAME_SAME_MOUNT, Set.of("rename_xdev"),
          NameGates.RENAME_NOT_MOUNTPOINT, Set.of("rename_busy"),
          NameGates.RENAME_NOT_INTO_ITSELF, Set.of("rename_into_itself"),
          MountGates.MOUNT_NEEDS_CAPABILITY, Set.of("bind_not_permitted"),
          MountGates.MOUNT_KINDS_MATCH, Set.of("bind_kinds_differ"));

  private Events() {}

  private static void put(String name, String parameters, String text, String premise) {
    ALL.put(name, new Event(parameters, text, premise));
  }

  /** All of them. */
  static Map<String, Event> all() {
    return ALL;
  }

  /** The predicates that say what a gate says; none when the specification leaves it out. */
  static Set<String> predicates(Gate gate) {
    return REFUSALS.getOrDefault(gate, Set.of());
  }

  /** Those that speak of the same call: whose name begins alike. */
  static List<String> family(String call) {
    return ALL.keySet().stream()
        .filter(name -> name.startsWith(call + "_") && !name.equals("clone_fs_ok"))
        .toList();
  }

  /** Whether it says that the call was done. */
  static boolean isSuccess(String predicate) {
    return predicate.endsWith("_ok") || predicate.equals("give_up");
  }
}
