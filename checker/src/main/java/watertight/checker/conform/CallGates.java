package watertight.checker.conform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import watertight.checker.conform.Coverage.Pair;
import watertight.model.Gate;
import watertight.model.linux.Syscall;
import watertight.model.linux.credential.CredGates;
import watertight.model.linux.mount.MountGates;
import watertight.model.linux.namespace.NamespaceGates;
import watertight.model.linux.path.NameGates;
import watertight.model.linux.path.OpenGates;
import watertight.model.linux.path.PathGates;
import watertight.model.linux.process.ProcessGates;
import watertight.model.linux.signal.SignalChoices;
import watertight.model.linux.signal.SignalGates;
import watertight.model.linux.task.FileGates;
import watertight.model.linux.task.FsGates;

/**
 * Which gates each call can meet, as the ERRORS sections of the manual have it: those of the walk
 * for whoever walks, those of the start at a descriptor for the calls named …at, and those of the
 * mechanism. What a run meets and is not here is a failure of conform.
 */
public final class CallGates {
  /** Every path walk; man 7 path_resolution. */
  private static final List<Gate> WALK =
      List.of(
          PathGates.PATH_ADDRESS,
          PathGates.PATH_NOT_EMPTY,
          PathGates.PATH_LENGTH,
          PathGates.SEARCH_PERMISSION,
          PathGates.NAME_LENGTH,
          PathGates.NAME_EXISTS,
          PathGates.DIRECTORY_NOT_REMOVED,
          PathGates.COMPONENT_IS_DIRECTORY,
          PathGates.END_IS_DIRECTORY,
          PathGates.SYMLINK_LIMIT,
          PathGates.PROTECTED_SYMLINKS,
          PathGates.MOUNT_NOSYMFOLLOW,
          PathGates.MAGIC_LINK_NEEDS_PTRACE_ACCESS,
          PathGates.MAGIC_LINK_HAS_OBJECT,
          PathGates.PROC_SELF_HAS_NUMBER,
          PathGates.PATH_MUST_STAY_CONNECTED);

  /** A relative path that starts at a descriptor; man 2 openat. */
  private static final List<Gate> DIRFD =
      List.of(PathGates.DIRFD_OPEN, PathGates.DIRFD_IS_DIRECTORY);

  /** What only open_how can ask for; man 2 openat2. */
  private static final List<Gate> OPEN_HOW =
      List.of(
          OpenGates.HOW_SIZE,
          OpenGates.HOW_SIZE_LIMIT,
          OpenGates.HOW_TAIL_ZERO,
          OpenGates.OPEN_FLAGS_KNOWN,
          OpenGates.RESOLVE_FLAGS_KNOWN,
          OpenGates.RESOLVE_ONE_SCOPE,
          OpenGates.MODE_KNOWN,
          OpenGates.MODE_NEEDS_CREATE,
          OpenGates.PATH_FLAGS,
          OpenGates.CACHED_NO_CREATE);

  /** Making a name; man 2 mkdir, man 2 symlink. */
  private static final List<Gate> MAKE =
      List.of(NameGates.MAKE_PLAIN_NAME, NameGates.MAKE_NEW_NAME, NameGates.MAKE_PERMISSION);

  private static final Map<String, List<Gate>> TABLE = table();

  private CallGates() {}

  private static Map<String, List<Gate>> table() {
    Map<String, List<Gate>> table = new LinkedHashMap<>();
    List<Gate> open = without(OpenGates.values(), OPEN_HOW);
    table.put("open", and(WALK, open));
    table.put("openat", and(WALK, DIRFD, open));
    table.put("openat2", and(List.of(PathGates.values()), List.of(OpenGates.values())));
    table.put("close", List.of(FileGates.CLOSE_OPEN));
    table.put(
        "read",
        List.of(
            FileGates.READ_OPEN,
            FileGates.READ_NOT_DIRECTORY,
            FileGates.READ_SUPPORTED,
            FileGates.RECEIVE_NOT_RESET));
    table.put("mkdir", and(WALK, MAKE));
    table.put(
        "symlink",
        and(
            WALK,
            MAKE,
            List.of(NameGates.MAKE_NO_TRAILING_SLASH),
            named(NameGates.values(), "SYMLINK_")));
    List<Gate> readlink =
        without(named(NameGates.values(), "READLINK_"), List.of(NameGates.READLINK_FD_OPEN));
    table.put("readlink", and(WALK, readlink));
    table.put("readlinkat", and(WALK, DIRFD, named(NameGates.values(), "READLINK_")));
    table.put(
        "rename",
        and(WALK, named(NameGates.values(), "RENAME_"), named(NameGates.values(), "REPLACE_")));
    table.put("stat", WALK);
    table.put("lstat", WALK);
    table.put("chdir", and(WALK, List.of(FsGates.CHDIR_PERMISSION)));
    table.put("fchdir", named(FsGates.values(), "FCHDIR_"));
    table.put("getcwd", named(FsGates.values(), "GETCWD_"));
    table.put("chroot", and(WALK, named(FsGates.values(), "CHROOT_")));
    List<Gate> umount =
        and(named(MountGates.values(), "UMOUNT_"), named(MountGates.values(), "EXPIRE_"));
    table.put("mount", and(WALK, without(MountGates.values(), umount)));
    table.put("umount2", and(WALK, umount));
    table.put(
        "clone",
        List.of(NamespaceGates.CLONE_NEWNS_OWN_FS, NamespaceGates.NEW_NAMESPACE_NEEDS_CAPABILITY));
    table.put(
        "unshare",
        List.of(NamespaceGates.UNSHARE_FLAGS_KNOWN, NamespaceGates.NEW_NAMESPACE_NEEDS_CAPABILITY));
    table.put("setns", named(NamespaceGates.values(), "SETNS_"));
    table.put("sethostname", named(NamespaceGates.values(), "HOSTNAME_"));
    table.put("setdomainname", named(NamespaceGates.values(), "HOSTNAME_"));
    table.put("uname", List.of(NamespaceGates.UNAME_ADDRESS));
    table.put("exit", List.of());
    processes(table);
    table.put("setresuid", named(CredGates.values(), "SETRESUID_"));
    table.put("capset", named(CredGates.values(), "CAPSET_"));
    table.put("socketpair", List.of());
    table.put("sendmsg", named(FileGates.values(), "SEND_"));
    table.put("recvmsg", named(FileGates.values(), "RECEIVE_"));
    return table;
  }

  private static void processes(Map<String, List<Gate>> table) {
    List<Gate> clone = new ArrayList<>(table.get("clone"));
    clone.addAll(named(ProcessGates.values(), "CLONE_"));
    clone.addAll(named(NamespaceGates.values(), "NEWPID_"));
    clone.add(NamespaceGates.PID_NAMESPACE_ALIVE);
    table.put("clone", clone);
    List<Gate> unshare = new ArrayList<>(table.get("unshare"));
    unshare.addAll(named(NamespaceGates.values(), "NEWPID_"));
    table.put("unshare", unshare);
    List<Gate> wait = named(ProcessGates.values(), "WAIT_");
    table.put("exit_group", List.of());
    table.put("wait4", wait);
    table.put("getpid", List.of());
    table.put("gettid", List.of());
    table.put("getppid", List.of());
    table.put("getpgid", named(ProcessGates.values(), "GETPGID_"));
    table.put("getsid", named(ProcessGates.values(), "GETSID_"));
    table.put("setpgid", named(ProcessGates.values(), "SETPGID_"));
    table.put("setsid", named(ProcessGates.values(), "SETSID_"));
    List<Gate> sent = List.of(SignalGates.SIGNAL_NUMBER, SignalGates.SIGNAL_PERMISSION);
    table.put("kill", and(List.of(SignalGates.KILL_TARGET_EXISTS), sent));
    table.put("tgkill", and(named(SignalGates.values(), "TGKILL_"), sent));
    table.put("pidfd_open", named(SignalGates.values(), "PIDFD_OPEN_"));
    table.put("pidfd_send_signal", and(named(SignalGates.values(), "PIDFD_SIGNAL_"), sent));
    table.put("rt_sigaction", List.of(SignalGates.ACTION_SIGNAL));
    table.put("rt_sigprocmask", List.of(SignalGates.MASK_WAY));
    table.put("reboot", named(ProcessGates.values(), "REBOOT_"));
    table.put("prctl", List.of(SignalGates.DEATH_SIGNAL_NUMBER));
  }

  /** What becomes of a signal that was sent; man 7 signal. */
  private static List<SignalChoices> outcomes(String call) {
    return switch (call) {
      case "kill", "tgkill", "pidfd_send_signal" ->
          List.of(
              SignalChoices.IGNORED_SIGNAL_IS_DROPPED,
              SignalChoices.BLOCKED_SIGNAL_WAITS,
              SignalChoices.PENDING_SIGNAL_STAYS_ONE,
              SignalChoices.DYING_TAKES_NO_SIGNAL,
              SignalChoices.STOP_AND_CONTINUE_CANCEL,
              SignalChoices.INIT_IGNORES_UNHANDLED);
      default -> List.of();
    };
  }

  @SafeVarargs
  private static List<Gate> and(List<Gate>... parts) {
    List<Gate> all = new ArrayList<>();
    for (List<Gate> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  private static List<Gate> named(Gate[] gates, String prefix) {
    return Stream.of(gates).filter(gate -> ((Enum<?>) gate).name().startsWith(prefix)).toList();
  }

  private static List<Gate> without(Gate[] gates, Collection<Gate> others) {
    return without(List.of(gates), others);
  }

  private static List<Gate> without(Collection<Gate> gates, Collection<Gate> others) {
    List<Gate> rest = new ArrayList<>(gates);
    rest.removeAll(others);
    return rest;
  }

  /** The names of the calls of the model. */
  public static List<String> calls() {
    return Stream.of(Syscall.class.getPermittedSubclasses())
        .map(call -> Syscall.nameOf(call.asSubclass(Syscall.class)))
        .toList();
  }

  /** The gates of a call, or nothing when the table does not know it. */
  public static Optional<List<Gate>> of(String call) {
    return Optional.ofNullable(TABLE.get(call));
  }

  /** Every call with success and with each gate that it can meet. */
  public static SortedSet<Pair> pairs() {
    SortedSet<Pair> pairs = new TreeSet<>();
    TABLE.forEach(
        (call, gates) -> {
          pairs.add(new Pair(call, Coverage.SUCCESS));
          gates.forEach(gate -> pairs.add(new Pair(call, gate.id())));
          outcomes(call).forEach(choice -> pairs.add(new Pair(call, choice.id())));
        });
    return pairs;
  }
}
