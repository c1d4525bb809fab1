package watertight.model.linux.scenario;

import static watertight.model.linux.OpenFlags.O_CREAT;
import static watertight.model.linux.OpenFlags.O_PATH;
import static watertight.model.linux.OpenFlags.O_RDONLY;
import static watertight.model.linux.OpenFlags.O_RDWR;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import watertight.model.Domain;
import watertight.model.Family;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.MountFlags;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.OpenHow;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;

/** All calls that one task may make, with all arguments over the names in the world. */
final class Calls {
  private static final List<Long> RESOLVE =
      List.of(
          0L,
          ResolveFlags.RESOLVE_NO_XDEV,
          ResolveFlags.RESOLVE_NO_MAGICLINKS,
          ResolveFlags.RESOLVE_NO_SYMLINKS,
          ResolveFlags.RESOLVE_BENEATH,
          ResolveFlags.RESOLVE_IN_ROOT);

  private static final List<Long> CLONE = List.of(0L, CloneFlags.CLONE_FS);

  private static final List<Long> UNSHARE =
      List.of(
          CloneFlags.CLONE_NEWUTS,
          CloneFlags.CLONE_NEWNS,
          CloneFlags.CLONE_FS,
          CloneFlags.CLONE_FILES);

  /** The name that a party gives its host. */
  private static final String NAME = "x";

  private final Task task;
  private final Arguments arguments;
  private final boolean processes;
  private final List<Family<Move>> families = new ArrayList<>();

  private Calls(Task task, Set<String> names, Arguments arguments) {
    this.task = task;
    this.arguments = arguments;
    this.processes = ProcessMoves.areAmong(names);
  }

  /** The names of the calls that a party can be allowed. */
  static final List<String> NAMES =
      withProcesses(
          "open",
          "openat",
          "openat2",
          "close",
          "read",
          "mkdir",
          "symlink",
          "readlink",
          "readlinkat",
          "rename",
          "stat",
          "lstat",
          "chdir",
          "fchdir",
          "getcwd",
          "chroot",
          "mount",
          "umount2",
          "clone",
          "unshare",
          "setns",
          "sethostname",
          "setdomainname",
          "uname",
          "exit",
          "setresuid",
          "capset",
          "socketpair",
          "sendmsg",
          "recvmsg",
          "pidfd_send_signal");

  private static List<String> withProcesses(String... others) {
    List<String> all = new ArrayList<>(List.of(others));
    all.addAll(ProcessMoves.NAMES);
    return List.copyOf(all);
  }

  static List<Family<Move>> of(Task task, Set<String> names, Arguments arguments) {
    Calls calls = new Calls(task, names, arguments);
    names.forEach(calls::add);
    return calls.families;
  }

  private void add(String name) {
    switch (name) {
      case "open" -> open();
      case "openat" -> openat();
      case "openat2" -> openat2();
      case "close" -> one(name, arguments.descriptors(), Syscall.Close::new);
      case "read" -> one(name, arguments.descriptors(), fd -> new Syscall.Read(fd, 4096));
      case "mkdir" -> one(name, arguments.newNames(name), p -> new Syscall.Mkdir(p, 0755));
      case "symlink" -> symlink();
      case "readlink" -> one(name, arguments.links(name), p -> new Syscall.Readlink(p, 4095));
      case "readlinkat" ->
          one(
              name,
              arguments.linksAt(name),
              a -> new Syscall.Readlinkat(a.dirfd(), a.path(), 4095));
      case "rename" -> rename();
      case "stat" -> one(name, arguments.objects(name), Syscall.Stat::new);
      case "lstat" -> one(name, arguments.links(name), Syscall.Lstat::new);
      case "chdir" -> one(name, arguments.objects(name), Syscall.Chdir::new);
      case "fchdir" -> one(name, arguments.descriptors(), Syscall.Fchdir::new);
      case "getcwd" -> none(name, new Syscall.Getcwd(4096));
      case "chroot" -> one(name, arguments.objects(name), Syscall.Chroot::new);
      case "mount" -> mount();
      case "umount2" -> umount2();
      case "clone" ->
          one(name, processes ? ProcessMoves.clone(CLONE) : Domain.of(CLONE), Syscall.Clone::new);
      case "unshare" ->
          one(
              name,
              processes ? ProcessMoves.unshare(UNSHARE) : Domain.of(UNSHARE),
              Syscall.Unshare::new);
      case "setns" -> one(name, arguments.descriptors(), fd -> new Syscall.Setns(fd, 0));
      case "pidfd_send_signal" ->
          one(
              name,
              arguments.descriptors(),
              fd -> new Syscall.PidfdSendSignal(fd, Signal.SIGKILL.number(), 0));
      case "sethostname" -> none(name, new Syscall.Sethostname(NAME, NAME.length()));
      case "setdomainname" -> none(name, new Syscall.Setdomainname(NAME, NAME.length()));
      case "uname" -> none(name, new Syscall.Uname(true));
      case "exit" -> none(name, new Syscall.Exit(0));
      case "setresuid" -> setresuid();
      case "capset" -> none(name, new Syscall.Capset(CapSet.NONE, CapSet.NONE, CapSet.NONE));
      case "socketpair" -> none(name, new Syscall.Socketpair());
      case "sendmsg" -> sendmsg();
      case "recvmsg" -> one(name, arguments.descriptors(), fd -> new Syscall.Recvmsg(fd, 64));
      default -> process(name);
    }
  }

  private void process(String name) {
    List<Syscall> calls = new ProcessMoves(arguments.lastNumber()).of(name);
    if (calls.isEmpty()) {
      throw new IllegalArgumentException("no call " + name);
    }
    one(name, Domain.of(calls), call -> call);
  }

  private void none(String name, Syscall call) {
    families.add(new Family<>(task + " " + name, List.of(), args -> new Move.Call(task, call)));
  }

  private <V> void one(String name, Domain<V> domain, Function<V, Syscall> call) {
    families.add(
        new Family<>(
            task + " " + name,
            List.of(domain),
            args -> new Move.Call(task, call.apply(Arguments.cast(args[0])))));
  }

  private void open() {
    Domain<Long> looking = Domain.of(List.of(O_RDONLY, O_PATH));
    families.add(
        new Family<>(
            task + " open",
            List.of(arguments.objects("open"), looking),
            a -> new Move.Call(task, new Syscall.Open((String) a[0], (Long) a[1], 0))));
    one("open", arguments.names("open"), p -> new Syscall.Open(p, O_RDWR | O_CREAT, 0644));
  }

  private void openat() {
    Domain<Long> looking = Domain.of(List.of(O_RDONLY, O_PATH));
    families.add(
        new Family<>(
            task + " openat",
            List.of(arguments.objectsAt("openat", 0), looking),
            a -> {
              Arguments.At at = (Arguments.At) a[0];
              return new Move.Call(task, new Syscall.Openat(at.dirfd(), at.path(), (Long) a[1], 0));
            }));
    one(
        "openat",
        arguments.namesAt("openat"),
        at -> new Syscall.Openat(at.dirfd(), at.path(), O_RDWR | O_CREAT, 0644));
  }

  private void openat2() {
    for (long resolve : RESOLVE) {
      families.add(
          new Family<>(
              task + " openat2",
              List.of(
                  arguments.objectsAt("openat2", resolve), Domain.of(List.of(O_RDONLY, O_PATH))),
              a -> new Move.Call(task, openat2((Arguments.At) a[0], (Long) a[1], resolve))));
    }
  }

  private static Syscall openat2(Arguments.At at, long flags, long resolve) {
    OpenHow how = new OpenHow(flags, 0, resolve, true);
    return new Syscall.Openat2(at.dirfd(), at.path(), how, OpenHow.SIZE);
  }

  private void symlink() {
    families.add(
        new Family<>(
            task + " symlink",
            List.of(arguments.texts("symlink"), arguments.newNames("symlink")),
            a -> new Move.Call(task, new Syscall.Symlink((String) a[0], (String) a[1]))));
  }

  private void rename() {
    families.add(
        new Family<>(
            task + " rename",
            List.of(arguments.oldNames("rename"), arguments.names("rename")),
            a -> new Move.Call(task, new Syscall.Rename((String) a[0], (String) a[1]))));
  }

  private void mount() {
    families.add(
        new Family<>(
            task + " mount",
            List.of(arguments.objects("mount"), arguments.objects("mount")),
            a -> new Move.Call(task, bind((String) a[0], (String) a[1]))));
    one("mount", arguments.objects("mount"), p -> new Syscall.Mount("none", p, "tmpfs", 0));
    if (processes) {
      one("mount", arguments.objects("mount"), p -> new Syscall.Mount("proc", p, "proc", 0));
    }
  }

  private static Syscall bind(String source, String target) {
    return new Syscall.Mount(source, target, null, MountFlags.MS_BIND);
  }

  private void umount2() {
    families.add(
        new Family<>(
            task + " umount2",
            List.of(arguments.objects("umount2"), Domain.of(List.of(0L, MountFlags.MNT_DETACH))),
            a -> new Move.Call(task, new Syscall.Umount2((String) a[0], (Long) a[1]))));
  }

  private void setresuid() {
    one("setresuid", Domain.of(arguments.ids()), id -> new Syscall.Setresuid(id, id, id));
    one("setresuid", Domain.of(arguments.ids()), id -> new Syscall.Setresuid(-1, id, -1));
  }

  private void sendmsg() {
    families.add(
        new Family<>(
            task + " sendmsg",
            List.of(arguments.descriptors(), arguments.descriptors()),
            a ->
                new Move.Call(
                    task, new Syscall.Sendmsg((Integer) a[0], "x", List.of((Integer) a[1])))));
  }
}
