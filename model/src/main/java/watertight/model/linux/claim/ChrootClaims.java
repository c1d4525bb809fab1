package watertight.model.linux.claim;

import static watertight.model.Claim.Expected.BROKEN;
import static watertight.model.Claim.Expected.HOLDS;
import static watertight.model.linux.path.PathChoices.ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT;
import static watertight.model.linux.path.PathChoices.DOTDOT_AT_MOUNT_ROOT_CROSSES;
import static watertight.model.linux.path.PathChoices.DOTDOT_STOPS_AT_ROOT;
import static watertight.model.linux.path.PathChoices.LOOKUP_ENTERS_MOUNTS;
import static watertight.model.linux.path.PathChoices.RESOLVE_BENEATH;
import static watertight.model.linux.path.PathChoices.RESOLVE_IN_ROOT;
import static watertight.model.linux.path.PathGates.PATH_MUST_STAY_CONNECTED;
import static watertight.model.linux.path.PathGates.SCOPED_DOTDOT_UNDISTURBED;
import static watertight.model.linux.path.PathGates.SCOPED_WALK_ENDS_INSIDE;
import static watertight.model.linux.path.PathGates.SYMLINK_LIMIT;
import static watertight.model.linux.task.FsGates.CHROOT_NEEDS_CAPABILITY;
import static watertight.model.linux.task.RootChoices.ROOT_PER_TASK;

import java.util.List;
import java.util.Set;
import watertight.model.Claim;
import watertight.model.Claim.Check;
import watertight.model.Claim.Expected;
import watertight.model.Claim.Twin;
import watertight.model.Guard;

/** The claims about chroot: what it confines, and what it does not. */
public final class ChrootClaims {
  private static final List<Claim> ALL =
      List.of(
          claim(
              "chroot/dotdot-is-root",
              HOLDS,
              "At a task's root, .. is the root: /.., /../.., a/../.. for every directory a in it.",
              List.of(DOTDOT_STOPS_AT_ROOT),
              List.of(check("chroot/dotdot-is-root", twin(1, DOTDOT_STOPS_AT_ROOT))),
              "man 7 path_resolution; fs/namei.c: follow_dotdot"),
          claim(
              "chroot/lookup-confined",
              HOLDS,
              "A task whose root is R, with its working directory and every descriptor below R and"
                  + " no capabilities, names nothing that is not below R, while nobody outside"
                  + " renames or mounts and no outside task can be read by it.",
              List.of(
                  DOTDOT_STOPS_AT_ROOT,
                  ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT,
                  DOTDOT_AT_MOUNT_ROOT_CROSSES),
              List.of(
                  check(
                      "chroot/lookup-confined",
                      twin(1, DOTDOT_STOPS_AT_ROOT),
                      twin(1, ABSOLUTE_SYMLINK_RESTARTS_AT_ROOT),
                      twin(1, DOTDOT_AT_MOUNT_ROOT_CROSSES, PATH_MUST_STAY_CONNECTED))),
              "man 2 chroot; man 7 path_resolution; fs/namei.c"),
          claim(
              "chroot/inside-stays-reachable",
              HOLDS,
              "What lies below a task's new root at a plain name is reached by that name.",
              List.of(),
              List.of(check("chroot/inside-stays-reachable", twin(1, LOOKUP_ENTERS_MOUNTS))),
              "man 2 chroot"),
          claim(
              "chroot/root-is-per-task",
              HOLDS,
              "A call moves the root of its caller and of the tasks that share its fs_struct, and"
                  + " of no other: one user runs tasks under different roots, fork copies the root,"
                  + " CLONE_FS shares it.",
              List.of(ROOT_PER_TASK),
              List.of(check("chroot/root-is-per-task", twin(1, ROOT_PER_TASK))),
              "man 2 chroot; man 2 clone, CLONE_FS"),
          claim(
              "chroot/needs-privilege",
              HOLDS,
              "A task without CAP_SYS_CHROOT never changes any task's root by chroot.",
              List.of(CHROOT_NEEDS_CAPABILITY),
              List.of(check("chroot/needs-privilege", twin(1, CHROOT_NEEDS_CAPABILITY))),
              "man 2 chroot, EPERM; fs/open.c: ksys_chroot"),
          claim(
              "chroot/confines-root",
              BROKEN,
              "A task with CAP_SYS_CHROOT stays below its root. It does not: chroot into a"
                  + " directory leaves the working directory above the new root, and .. climbs from"
                  + " there.",
              List.of(),
              List.of(check("chroot/confines-root", twin(4))),
              "man 2 chroot, NOTES"),
          claim(
              "chroot/fd-from-outside",
              BROKEN,
              "A task that holds a directory descriptor from outside stays below its root. It does"
                  + " not: descriptors are not looked at again.",
              List.of(),
              List.of(check("chroot/fd-from-outside", twin(1))),
              "man 2 chroot: this call does not close open file descriptors"),
          claim(
              "chroot/moved-directory",
              BROKEN,
              "A task stays below its root when somebody outside renames directories. It does not:"
                  + " from a working directory moved past the root, .. never meets the root.",
              List.of(),
              List.of(check("chroot/moved-directory", twin(3))),
              "CVE-2015-2925; fs/namei.c: follow_dotdot"),
          claim(
              "chroot/moved-directory.mount-root",
              HOLDS,
              "On a root that is a mount of its own, a task in a directory moved past the root"
                  + " reaches nothing above or beside it.",
              List.of(PATH_MUST_STAY_CONNECTED),
              List.of(
                  check("chroot/moved-directory.mount-root", twin(3, PATH_MUST_STAY_CONNECTED))),
              "CVE-2015-2925; fs/namei.c: path_connected"),
          claim(
              "chroot/shared-subtree",
              HOLDS,
              "A tree bound into a jail gives that tree and nothing above it, also when two bound"
                  + " trees overlap and the jail's own tasks rename.",
              List.of(DOTDOT_AT_MOUNT_ROOT_CROSSES, PATH_MUST_STAY_CONNECTED),
              List.of(
                  check("chroot/shared-subtree", twin(4, PATH_MUST_STAY_CONNECTED)),
                  check(
                      "chroot/shared-subtree.no-rename",
                      twin(2, DOTDOT_AT_MOUNT_ROOT_CROSSES, PATH_MUST_STAY_CONNECTED))),
              "CVE-2015-2925; fs/namei.c: follow_dotdot, path_connected"),
          claim(
              "chroot/check-then-use",
              BROKEN,
              "A runtime that checks a path and then uses it, uses what it checked. It does not: a"
                  + " component is swapped in between.",
              List.of(),
              List.of(check("chroot/check-then-use", twin(5))),
              "man 2 openat2, RATIONALE"),
          claim(
              "chroot/check-then-use.in-root",
              HOLDS,
              "With RESOLVE_IN_ROOT a runtime opens nothing outside the directory that it starts"
                  + " at, whatever is swapped or moved while it walks.",
              List.of(RESOLVE_IN_ROOT),
              List.of(
                  check("chroot/check-then-use.in-root", twin(7, RESOLVE_IN_ROOT)),
                  check(
                      "chroot/check-then-use.in-root.moved",
                      twin(5, RESOLVE_IN_ROOT),
                      twin(6, SCOPED_DOTDOT_UNDISTURBED, SCOPED_WALK_ENDS_INSIDE))),
              "man 2 openat2, RESOLVE_IN_ROOT; fs/namei.c: handle_dots, complete_walk"),
          claim(
              "chroot/check-then-use.beneath",
              HOLDS,
              "With RESOLVE_BENEATH a runtime opens nothing outside the directory that it starts"
                  + " at, whatever is swapped or moved while it walks.",
              List.of(RESOLVE_BENEATH),
              List.of(
                  check("chroot/check-then-use.beneath", twin(7, RESOLVE_BENEATH)),
                  check(
                      "chroot/check-then-use.beneath.moved",
                      twin(5, RESOLVE_BENEATH),
                      twin(6, SCOPED_DOTDOT_UNDISTURBED, SCOPED_WALK_ENDS_INSIDE))),
              "man 2 openat2, RESOLVE_BENEATH; fs/namei.c: handle_dots, complete_walk"),
          claim(
              "chroot/symlinks-end",
              HOLDS,
              "Every walk ends, whatever links there are.",
              List.of(SYMLINK_LIMIT),
              List.of(check("chroot/symlinks-end", twin(2, SYMLINK_LIMIT))),
              "man 7 path_resolution; fs/namei.c: pick_link"));

  private ChrootClaims() {}

  /** The claims, in the order of the deck. */
  public static List<Claim> all() {
    return ALL;
  }

  private static Claim claim(
      String name,
      Expected expected,
      String statement,
      List<Guard> guards,
      List<Check> checks,
      String source) {
    return new Claim(name, statement, expected, guards, checks, List.of(source.split("; ")));
  }

  private static Check check(String scenario, Twin... twins) {
    return new Check(scenario, List.of(twins));
  }

  private static Twin twin(int steps, Guard... away) {
    return new Twin(Set.of(away), steps);
  }
}
