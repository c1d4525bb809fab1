package watertight.checker.agree;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import watertight.model.linux.MountFlags;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.WorldLine;

/** Runs told by hand, for what random ones meet too seldom. */
final class Stories {
  /** A world, and what happens in it. */
  record Story(List<WorldLine> world, List<Deed> deeds) {
    Story {
      world = List.copyOf(world);
      deeds = List.copyOf(deeds);
    }
  }

  private static final Task A = Task.A;
  private static final Task B = Task.named("B");

  private Stories() {}

  /** All of them. */
  static List<Story> all() {
    return List.of(
        jailed(),
        movedOutOfItsMount(),
        disturbed(ResolveFlags.RESOLVE_IN_ROOT),
        disturbed(ResolveFlags.RESOLVE_BENEATH),
        escaped(ResolveFlags.RESOLVE_IN_ROOT),
        escaped(ResolveFlags.RESOLVE_BENEATH),
        absoluteLinkToAnotherMount(),
        magicLinks(ResolveFlags.RESOLVE_NO_XDEV),
        magicLinks(ResolveFlags.RESOLVE_IN_ROOT),
        magicLinks(ResolveFlags.RESOLVE_NO_MAGICLINKS),
        fileOnDirectory(),
        files(),
        unprivileged(),
        links(),
        renames());
  }

  private static Story movedOutOfItsMount() {
    return new Story(
        List.of(
            dir("/s/t/d"),
            dir("/o"),
            new WorldLine.Bind("/s/t", "/m"),
            task(A, "/m/d"),
            task(B, "/")),
        List.of(
            new Deed.Calls(B, new Syscall.Rename("/s/t/d", "/o/d")),
            new Deed.Calls(A, new Syscall.Chdir("..")),
            new Deed.GoesOn(A)));
  }

  private static Story disturbed(long scope) {
    return new Story(
        List.of(dir("/j/d"), dir("/o"), task(A, "/j"), task(B, "/")),
        List.of(
            open("d/../d", scope),
            new Deed.GoesOn(A),
            new Deed.Calls(B, new Syscall.Rename("/o", "/p")),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A)));
  }

  private static Story escaped(long scope) {
    return new Story(
        List.of(dir("/j/d/e"), dir("/o"), task(A, "/j"), task(B, "/")),
        List.of(
            open("d/e", scope),
            new Deed.GoesOn(A),
            new Deed.Calls(B, new Syscall.Rename("/j/d", "/o/d")),
            new Deed.GoesOn(A)));
  }

  private static Story absoluteLinkToAnotherMount() {
    return new Story(
        List.of(
            dir("/a"),
            new WorldLine.MountNew("tmpfs", "/m", List.of()),
            new WorldLine.Symlink("/m/l", "/a"),
            new WorldLine.Symlink("/a/l", "/a"),
            task(A, "/m"),
            task(B, "/a")),
        List.of(
            open("l", ResolveFlags.RESOLVE_NO_XDEV),
            new Deed.GoesOn(A),
            new Deed.Calls(B, openat2("l", ResolveFlags.RESOLVE_NO_XDEV)),
            new Deed.GoesOn(B),
            new Deed.Calls(B, openat2("../a/l", ResolveFlags.RESOLVE_NO_XDEV)),
            new Deed.GoesOn(B),
            new Deed.GoesOn(B),
            new Deed.GoesOn(B),
            new Deed.GoesOn(B)));
  }

  private static Story magicLinks(long resolve) {
    return new Story(
        List.of(task(A, "/proc"), task(B, "/")),
        List.of(
            open("self/root", resolve),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A),
            open("3/cwd", resolve),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A)));
  }

  private static Story fileOnDirectory() {
    return new Story(
        List.of(new WorldLine.File("/f", ""), task(A, "/")),
        List.of(new Deed.Calls(A, new Syscall.Mount("/f", ".", null, MountFlags.MS_BIND))));
  }

  private static Story files() {
    Syscall.Openat2 below = (Syscall.Openat2) openat2("x", 0);
    return new Story(
        List.of(new WorldLine.File("/f", ""), task(A, "/", CapSet.ALL, "/f"), task(B, "/")),
        List.of(
            new Deed.Calls(A, new Syscall.Chdir("/f")),
            new Deed.GoesOn(A),
            new Deed.Calls(A, new Syscall.Chroot("/f")),
            new Deed.GoesOn(A),
            new Deed.Calls(A, new Syscall.Mkdir("/f/x", 0755)),
            new Deed.GoesOn(A),
            new Deed.Calls(A, new Syscall.Fchdir(3)),
            new Deed.Calls(A, new Syscall.Openat2(3, below.path(), below.how(), below.size()))));
  }

  private static Story unprivileged() {
    return new Story(
        List.of(dir("/a"), task(A, "/", CapSet.NONE, "/a"), task(B, "/")),
        List.of(
            new Deed.Calls(A, new Syscall.Chroot("/a")),
            new Deed.GoesOn(A),
            new Deed.Calls(A, new Syscall.Mount("/a", "/", null, MountFlags.MS_BIND)),
            open("/proc/3/root", 0),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A)));
  }

  private static Story links() {
    return new Story(
        List.of(
            new WorldLine.Symlink("/l", "/a"),
            new WorldLine.Symlink("/x", "y"),
            new WorldLine.Symlink("/y", "x"),
            new WorldLine.MountNew("tmpfs", "/m", List.of()),
            task(A, "/"),
            task(B, "/m")),
        List.of(
            open("l", ResolveFlags.RESOLVE_BENEATH),
            new Deed.GoesOn(A),
            open("x", 0),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A),
            new Deed.Calls(B, openat2("..", ResolveFlags.RESOLVE_BENEATH)),
            new Deed.GoesOn(B),
            new Deed.Calls(B, openat2("..", ResolveFlags.RESOLVE_NO_XDEV)),
            new Deed.GoesOn(B)));
  }

  private static Story renames() {
    return new Story(
        List.of(
            dir("/d"),
            new WorldLine.MountNew("tmpfs", "/m", List.of()),
            task(A, "/m"),
            task(B, "/d")),
        List.of(
            new Deed.Calls(A, new Syscall.Rename("/d", "d")),
            new Deed.Calls(A, new Syscall.Rename("/m", "/n")),
            new Deed.Calls(B, new Syscall.Rename("/d", "d")),
            new Deed.Calls(B, new Syscall.Rename("/d", "/e"))));
  }

  private static Story jailed() {
    return new Story(
        List.of(dir("/j/a"), new WorldLine.Symlink("/j/l", "/a"), task(A, "/j"), task(B, "/j")),
        List.of(
            new Deed.Calls(A, new Syscall.Chroot("/j")),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A),
            open("l", 0),
            new Deed.GoesOn(A),
            new Deed.GoesOn(A),
            new Deed.Calls(A, new Syscall.Mkdir("/b", 0755)),
            new Deed.GoesOn(A)));
  }

  private static WorldLine dir(String path) {
    return new WorldLine.Dir(path);
  }

  private static WorldLine task(Task task, String cwd) {
    return task(task, cwd, CapSet.ALL, cwd);
  }

  /** A task that has one descriptor, 3. */
  private static WorldLine task(Task task, String cwd, CapSet caps, String open) {
    SortedMap<Integer, String> fds = new TreeMap<>();
    fds.put(3, open);
    return new WorldLine.TaskLine(
        task,
        Optional.empty(),
        Optional.empty(),
        Optional.of(caps),
        Optional.empty(),
        Optional.of(cwd),
        Optional.empty(),
        fds);
  }

  private static Deed open(String path, long resolve) {
    return new Deed.Calls(A, openat2(path, resolve));
  }

  private static Syscall openat2(String path, long resolve) {
    Syscall.OpenHow how = new Syscall.OpenHow(OpenFlags.O_PATH, 0, resolve, true);
    return new Syscall.Openat2(Syscall.AT_FDCWD, path, how, Syscall.OpenHow.SIZE);
  }
}
