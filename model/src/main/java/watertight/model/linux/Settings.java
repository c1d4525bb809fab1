package watertight.model.linux;

import java.util.List;

/**
 * What differs between kernel releases, settings and searches: the numeric limits and the sysctls.
 *
 * @param symlinks how many links one walk follows before ELOOP (MAXSYMLINKS)
 * @param nameMax the longest component, in bytes (NAME_MAX)
 * @param pathMax the longest path with its terminator, in bytes (PATH_MAX)
 * @param protectedSymlinks fs.protected_symlinks, 0 or 1
 * @param protectedRegular fs.protected_regular, 0 to 2
 * @param protectedFifos fs.protected_fifos, 0 to 2
 * @param suidDumpable fs.suid_dumpable, 0 to 2
 * @param pidLevels how many PID namespaces are one below another, the initial one not counted
 */
public record Settings(
    int symlinks,
    int nameMax,
    int pathMax,
    int protectedSymlinks,
    int protectedRegular,
    int protectedFifos,
    int suidDumpable,
    int pidLevels) {
  /** The limits of the kernel, and the sysctls as systemd sets them. */
  public static final Settings LINUX_6_18 = new Settings(40, 255, 4096, 1, 2, 1, 0, 32);

  /** The names of the limits and sysctls, as in a {@code rules} line. */
  public static final List<String> NAMES =
      List.of(
          "symlinks",
          "name_max",
          "path_max",
          "protected_symlinks",
          "protected_regular",
          "protected_fifos",
          "suid_dumpable",
          "pid_levels");

  /**
   * These settings with one changed.
   *
   * @throws IllegalArgumentException when {@code name} is none of {@link #NAMES}
   */
  public Settings with(String name, int value) {
    int[] all = values();
    int index = NAMES.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no setting " + name);
    }
    all[index] = value;
    return new Settings(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7]);
  }

  /** The values, in the order of {@link #NAMES}. */
  public int[] values() {
    return new int[] {
      symlinks,
      nameMax,
      pathMax,
      protectedSymlinks,
      protectedRegular,
      protectedFifos,
      suidDumpable,
      pidLevels
    };
  }
}
