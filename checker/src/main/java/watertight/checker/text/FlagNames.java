package watertight.checker.text;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.MountFlags;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.signal.PidfdCalls;

/**
 * One argument's flags by name, joined with {@code |}; bits without a name are numbers.
 *
 * @param names the names and their bits
 * @param shown the names that the printer uses: those of more bits first
 */
record FlagNames(Names<Long> names, List<Map.Entry<String, Long>> shown) {
  static final FlagNames OPEN =
      of(
          "a flag of open",
          Set.of(),
          entry("O_RDONLY", OpenFlags.O_RDONLY),
          entry("O_WRONLY", OpenFlags.O_WRONLY),
          entry("O_RDWR", OpenFlags.O_RDWR),
          entry("O_ACCMODE", OpenFlags.O_ACCMODE),
          entry("O_PATH", OpenFlags.O_PATH),
          entry("O_CREAT", OpenFlags.O_CREAT),
          entry("O_EXCL", OpenFlags.O_EXCL),
          entry("O_NOCTTY", OpenFlags.O_NOCTTY),
          entry("O_TRUNC", OpenFlags.O_TRUNC),
          entry("O_APPEND", OpenFlags.O_APPEND),
          entry("O_NONBLOCK", OpenFlags.O_NONBLOCK),
          entry("O_NDELAY", OpenFlags.O_NONBLOCK),
          entry("O_DSYNC", OpenFlags.O_DSYNC),
          entry("O_SYNC", OpenFlags.O_SYNC),
          entry("O_ASYNC", OpenFlags.FASYNC),
          entry("FASYNC", OpenFlags.FASYNC),
          entry("O_DIRECT", OpenFlags.O_DIRECT),
          entry("O_LARGEFILE", OpenFlags.O_LARGEFILE),
          entry("O_DIRECTORY", OpenFlags.O_DIRECTORY),
          entry("O_NOFOLLOW", OpenFlags.O_NOFOLLOW),
          entry("O_NOATIME", OpenFlags.O_NOATIME),
          entry("O_CLOEXEC", OpenFlags.O_CLOEXEC),
          entry("O_TMPFILE", OpenFlags.O_TMPFILE),
          entry("__O_TMPFILE", OpenFlags.TMPFILE_BIT));

  static final FlagNames RESOLVE =
      of(
          "a RESOLVE_ flag of openat2",
          Set.of(),
          entry("RESOLVE_NO_XDEV", ResolveFlags.RESOLVE_NO_XDEV),
          entry("RESOLVE_NO_MAGICLINKS", ResolveFlags.RESOLVE_NO_MAGICLINKS),
          entry("RESOLVE_NO_SYMLINKS", ResolveFlags.RESOLVE_NO_SYMLINKS),
          entry("RESOLVE_BENEATH", ResolveFlags.RESOLVE_BENEATH),
          entry("RESOLVE_IN_ROOT", ResolveFlags.RESOLVE_IN_ROOT),
          entry("RESOLVE_CACHED", ResolveFlags.RESOLVE_CACHED));

  static final FlagNames MOUNT =
      of(
          "a flag of mount",
          Set.of(
              "MS_RDONLY",
              "MS_NOSUID",
              "MS_NODEV",
              "MS_NOEXEC",
              "MS_SYNCHRONOUS",
              "MS_MANDLOCK",
              "MS_DIRSYNC",
              "MS_NOATIME",
              "MS_NODIRATIME",
              "MS_MOVE",
              "MS_SILENT",
              "MS_UNBINDABLE",
              "MS_PRIVATE",
              "MS_SLAVE",
              "MS_SHARED",
              "MS_RELATIME",
              "MS_STRICTATIME",
              "MS_LAZYTIME"),
          entry("MS_REMOUNT", MountFlags.MS_REMOUNT),
          entry("MS_NOSYMFOLLOW", MountFlags.MS_NOSYMFOLLOW),
          entry("MS_BIND", MountFlags.MS_BIND),
          entry("MS_REC", MountFlags.MS_REC));

  static final FlagNames UMOUNT =
      of(
          "a flag of umount2",
          Set.of(),
          entry("MNT_FORCE", MountFlags.MNT_FORCE),
          entry("MNT_DETACH", MountFlags.MNT_DETACH),
          entry("MNT_EXPIRE", MountFlags.MNT_EXPIRE),
          entry("UMOUNT_NOFOLLOW", MountFlags.UMOUNT_NOFOLLOW));

  static final FlagNames CLONE =
      of(
          "a flag of clone",
          Set.of(
              "CLONE_PIDFD",
              "CLONE_PTRACE",
              "CLONE_VFORK",
              "CLONE_SYSVSEM",
              "CLONE_SETTLS",
              "CLONE_PARENT_SETTID",
              "CLONE_CHILD_CLEARTID",
              "CLONE_DETACHED",
              "CLONE_UNTRACED",
              "CLONE_CHILD_SETTID",
              "CLONE_NEWCGROUP",
              "CLONE_NEWIPC",
              "CLONE_NEWUSER",
              "CLONE_NEWNET",
              "CLONE_IO"),
          entry("CLONE_FS", CloneFlags.CLONE_FS),
          entry("CLONE_FILES", CloneFlags.CLONE_FILES),
          entry("CLONE_NEWNS", CloneFlags.CLONE_NEWNS),
          entry("CLONE_NEWUTS", CloneFlags.CLONE_NEWUTS),
          entry("CLONE_NEWPID", CloneFlags.CLONE_NEWPID),
          entry("CLONE_VM", CloneFlags.CLONE_VM),
          entry("CLONE_SIGHAND", CloneFlags.CLONE_SIGHAND),
          entry("CLONE_THREAD", CloneFlags.CLONE_THREAD),
          entry("CLONE_PARENT", CloneFlags.CLONE_PARENT));

  /** The flags of unshare, and the types of setns. */
  static final FlagNames UNSHARE =
      of(
          "a flag of unshare or setns",
          Set.of(),
          entry("CLONE_NEWTIME", CloneFlags.CLONE_NEWTIME),
          entry("CLONE_VM", CloneFlags.CLONE_VM),
          entry("CLONE_FS", CloneFlags.CLONE_FS),
          entry("CLONE_FILES", CloneFlags.CLONE_FILES),
          entry("CLONE_SIGHAND", CloneFlags.CLONE_SIGHAND),
          entry("CLONE_THREAD", CloneFlags.CLONE_THREAD),
          entry("CLONE_NEWNS", CloneFlags.CLONE_NEWNS),
          entry("CLONE_SYSVSEM", CloneFlags.CLONE_SYSVSEM),
          entry("CLONE_NEWCGROUP", CloneFlags.CLONE_NEWCGROUP),
          entry("CLONE_NEWUTS", CloneFlags.CLONE_NEWUTS),
          entry("CLONE_NEWIPC", CloneFlags.CLONE_NEWIPC),
          entry("CLONE_NEWUSER", CloneFlags.CLONE_NEWUSER),
          entry("CLONE_NEWPID", CloneFlags.CLONE_NEWPID),
          entry("CLONE_NEWNET", CloneFlags.CLONE_NEWNET));

  /** The flags of pidfd_open. */
  static final FlagNames PIDFD_OPEN =
      of(
          "a flag of pidfd_open",
          Set.of(),
          entry("PIDFD_NONBLOCK", PidfdCalls.PIDFD_NONBLOCK),
          entry("PIDFD_THREAD", PidfdCalls.PIDFD_THREAD));

  /** The flags of pidfd_send_signal. */
  static final FlagNames PIDFD_SIGNAL =
      of(
          "a flag of pidfd_send_signal",
          Set.of(),
          entry("PIDFD_SIGNAL_THREAD", PidfdCalls.PIDFD_SIGNAL_THREAD),
          entry("PIDFD_SIGNAL_THREAD_GROUP", PidfdCalls.PIDFD_SIGNAL_THREAD_GROUP),
          entry("PIDFD_SIGNAL_PROCESS_GROUP", PidfdCalls.PIDFD_SIGNAL_PROCESS_GROUP));

  /** The flags of newfstatat that choose between stat and lstat. */
  static final FlagNames STAT_AT =
      of("a flag of newfstatat", Set.of("AT_EMPTY_PATH"), entry("AT_SYMLINK_NOFOLLOW", 0x100L));

  /** Flags of one more kind. */
  @SuppressWarnings("unchecked")
  static FlagNames named(String kind, List<Map.Entry<String, Long>> flags) {
    return of(kind, Set.of(), flags.toArray(new Map.Entry[0]));
  }

  @SafeVarargs
  private static FlagNames of(String kind, Set<String> later, Map.Entry<String, Long>... flags) {
    Map<String, Long> known = new LinkedHashMap<>();
    Map<Long, Map.Entry<String, Long>> shown = new LinkedHashMap<>();
    for (Map.Entry<String, Long> flag : flags) {
      known.put(flag.getKey(), flag.getValue());
      shown.putIfAbsent(flag.getValue(), flag);
    }
    List<Map.Entry<String, Long>> largestFirst = new ArrayList<>(shown.values());
    largestFirst.sort(Comparator.comparingInt(flag -> -Long.bitCount(flag.getValue())));
    return new FlagNames(new Names<>(kind, known, later), List.copyOf(largestFirst));
  }

  /** The flags here: names and numbers joined with {@code |}. */
  long read(Cursor in) {
    long bits = 0;
    do {
      bits |= Numbers.next(in) ? Numbers.bits(in, names.kind()) : names.read(in);
      in.skipComments();
    } while (in.accept("|"));
    return bits;
  }

  /** The names of {@code bits}, in the order of the list; what has no name as a number, last. */
  String write(long bits) {
    if (bits == 0) {
      return "0";
    }
    long left = bits;
    List<Map.Entry<String, Long>> parts = new ArrayList<>();
    for (Map.Entry<String, Long> flag : shown) {
      long value = flag.getValue();
      if (value != 0 && (left & value) == value) {
        parts.add(flag);
        left &= ~value;
      }
    }
    List<String> order = List.copyOf(names.known().keySet());
    List<String> texts = new ArrayList<>(parts.stream().map(Map.Entry::getKey).toList());
    texts.sort(Comparator.comparingInt(order::indexOf));
    if (left != 0) {
      texts.add("0x" + Long.toHexString(left));
    }
    return String.join("|", texts);
  }

  /** As {@link #write}, with the access mode of open in front; O_PATH needs none. */
  static String writeOpen(long bits) {
    boolean reads = (bits & OpenFlags.O_ACCMODE) == 0 && (bits & OpenFlags.O_PATH) == 0;
    return !reads ? OPEN.write(bits) : bits == 0 ? "O_RDONLY" : "O_RDONLY|" + OPEN.write(bits);
  }
}
