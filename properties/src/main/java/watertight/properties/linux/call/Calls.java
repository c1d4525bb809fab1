package watertight.properties.linux.call;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.MountFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.OpenHow;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;
import watertight.properties.linux.Weighted;

/**
 * Single system calls: three kinds of runs, each with every call of the model. Paths are as in
 * {@link Paths}, flags as in {@link Flags}; a descriptor is mostly among 3 to 6, where runs open
 * theirs, and 5, which tasks may have kept. Sizes are mostly large enough. What changes who can do
 * what is rarer than what tries it: one call in thirty ends the task, drops capabilities or changes
 * its ids.
 */
final class Calls {
  /** More descriptors than a message takes. */
  private static final int TOO_MANY = 254;

  private Calls() {}

  /** Mostly calls on files, mounts and what tasks share. */
  static Arbitrary<Draft> amongFiles() {
    return Weighted.of(
        Tuple.of(12, opening()),
        Tuple.of(10, moving()),
        Tuple.of(8, making()),
        Tuple.of(6, looking()),
        Tuple.of(6, onDescriptors().map(call -> w -> call)),
        Tuple.of(4, mounting()),
        Tuple.of(5, sharing().map(call -> w -> call)),
        Tuple.of(1, Processes.any().map(call -> w -> call)),
        Tuple.of(3, namespaces().map(call -> w -> call)),
        Tuple.of(2, credentials().map(call -> w -> call)));
  }

  /** Mostly calls on processes and namespaces. */
  static Arbitrary<Draft> amongProcesses() {
    return Weighted.of(
        Tuple.of(12, Processes.any().map(call -> w -> call)),
        Tuple.of(3, namespaces().map(call -> w -> call)),
        Tuple.of(2, ThroughProcfs.any()),
        Tuple.of(1, credentials().map(call -> w -> call)),
        Tuple.of(1, amongFiles()));
  }

  /** Signals within a family of processes, once it is {@link Families#FOUNDING founded}. */
  static Arbitrary<Draft> inFamilies() {
    return Families.calls().map(call -> w -> call);
  }

  private static Arbitrary<Integer> fds() {
    return Weighted.of(
        Tuple.of(12, Arbitraries.of(3, 3, 4, 4, 5, 5, 6)),
        Tuple.of(1, Arbitraries.of(0, 7, 99, -1)));
  }

  private static Arbitrary<Integer> dirfds() {
    return Weighted.of(Tuple.of(3, Arbitraries.just(Syscall.AT_FDCWD)), Tuple.of(2, fds()));
  }

  private static Arbitrary<Draft> opening() {
    Arbitrary<Long> modes = Arbitraries.of(0L, 0644L, 0600L, 0777L, 04755L, 010000L);
    Arbitrary<Draft> open =
        Combinators.combine(Paths.objects(), Flags.toOpen())
            .as((p, flags) -> w -> new Syscall.Open(p.in(w), flags, 0));
    Arbitrary<Draft> create =
        Combinators.combine(Paths.newNames(), Flags.toCreate(), modes)
            .as((p, flags, mode) -> w -> new Syscall.Open(p.in(w), flags, mode));
    Arbitrary<Draft> openat =
        Combinators.combine(dirfds(), Paths.objects(), Flags.toOpen(), modes)
            .as((fd, p, flags, mode) -> w -> new Syscall.Openat(fd, p.in(w), flags, mode));
    return Weighted.of(
        Tuple.of(3, open), Tuple.of(2, create), Tuple.of(3, openat), Tuple.of(4, openat2()));
  }

  private static Arbitrary<Draft> openat2() {
    Arbitrary<Long> sizes =
        Weighted.of(
            Tuple.of(12, Arbitraries.just(24L)), Tuple.of(1, Arbitraries.of(32L, 23L, 4097L)));
    Arbitrary<Long> modes = Arbitraries.frequency(Tuple.of(15, 0L), Tuple.of(1, 0644L));
    Arbitrary<OpenHow> open =
        Combinators.combine(
                Flags.toOpen(), modes, Flags.resolve(), Arbitraries.of(true, true, true, false))
            .as(OpenHow::new);
    Arbitrary<OpenHow> create =
        Combinators.combine(
                Flags.toCreate(),
                Arbitraries.frequency(Tuple.of(12, 0644L), Tuple.of(1, 010000L)),
                Flags.resolve())
            .as((flags, mode, resolve) -> new OpenHow(flags, mode, resolve, true));
    return Combinators.combine(
            dirfds(),
            Weighted.oneOf(Paths.objects(), Paths.newNames()),
            Weighted.of(Tuple.of(4, open), Tuple.of(1, create)),
            sizes)
        .as((fd, p, how, size) -> w -> new Syscall.Openat2(fd, p.in(w), how, size));
  }

  private static Arbitrary<Draft> moving() {
    Arbitrary<Long> sizes = Arbitraries.of(4096L, 4096L, 1L);
    return Weighted.of(
        Tuple.of(3, Paths.directories().map(p -> w -> new Syscall.Chdir(p.in(w)))),
        Tuple.of(3, fds().map(fd -> w -> new Syscall.Fchdir(fd))),
        Tuple.of(3, Paths.directories().map(p -> w -> new Syscall.Chroot(p.in(w)))),
        Tuple.of(1, sizes.map(size -> w -> new Syscall.Getcwd(size))));
  }

  private static Arbitrary<Draft> making() {
    Arbitrary<Draft> rename =
        Combinators.combine(Paths.objects(), Weighted.oneOf(Paths.newNames(), Paths.objects()))
            .as((from, to) -> w -> new Syscall.Rename(from.in(w), to.in(w)));
    Arbitrary<Draft> inPlace =
        Paths.objects().map(p -> w -> new Syscall.Rename(p.in(w), Paths.beside(p.in(w))));
    Arbitrary<Draft> symlink =
        Combinators.combine(Paths.objects(), Paths.newNames())
            .as((target, p) -> w -> new Syscall.Symlink(target.in(w), p.in(w)));
    Arbitrary<Draft> mkdir =
        Combinators.combine(Paths.newNames(), Arbitraries.of(0755, 0700, 01777, 0))
            .as((p, mode) -> w -> new Syscall.Mkdir(p.in(w), mode));
    return Weighted.of(
        Tuple.of(3, rename), Tuple.of(1, inPlace), Tuple.of(2, symlink), Tuple.of(2, mkdir));
  }

  private static Arbitrary<Draft> looking() {
    Arbitrary<Long> sizes = Arbitraries.of(4095L, 4095L, 4095L, 4095L, 1L, 0L);
    Arbitrary<Draft> readlink =
        Combinators.combine(Paths.objects(), sizes)
            .as((p, size) -> w -> new Syscall.Readlink(p.in(w), size));
    Arbitrary<Draft> readlinkat =
        Combinators.combine(dirfds(), Paths.objects(), sizes)
            .as((fd, p, size) -> w -> new Syscall.Readlinkat(fd, p.in(w), size));
    return Weighted.oneOf(
        Paths.objects().map(p -> w -> new Syscall.Stat(p.in(w))),
        Paths.objects().map(p -> w -> new Syscall.Lstat(p.in(w))),
        readlink,
        readlinkat);
  }

  private static Arbitrary<Syscall> onDescriptors() {
    Arbitrary<Long> counts = Arbitraries.of(64L, 64L, 1L, 0L);
    return Weighted.of(
        Tuple.of(1, fds().map(Syscall.Close::new)),
        Tuple.of(2, Combinators.combine(fds(), counts).as(Syscall.Read::new)));
  }

  private static Arbitrary<Draft> mounting() {
    Arbitrary<Long> bindFlags =
        Arbitraries.of(
            MountFlags.MS_BIND,
            MountFlags.MS_BIND | MountFlags.MS_REC,
            MountFlags.MS_BIND | MountFlags.MS_NOSYMFOLLOW);
    Arbitrary<Draft> bind =
        Combinators.combine(Paths.directories(), Paths.directories(), bindFlags)
            .as((from, to, flags) -> w -> new Syscall.Mount(from.in(w), to.in(w), null, flags));
    Arbitrary<Draft> fresh =
        Combinators.combine(
                Paths.directories(),
                Arbitraries.of("tmpfs", "tmpfs", "proc", "none"),
                Arbitraries.of(0L, MountFlags.MS_NOSYMFOLLOW))
            .as((to, type, flags) -> w -> new Syscall.Mount("none", to.in(w), type, flags));
    long reconfigure = MountFlags.MS_REMOUNT | MountFlags.MS_BIND | MountFlags.MS_NOSYMFOLLOW;
    Arbitrary<Draft> remount =
        Paths.directories().map(to -> w -> new Syscall.Mount(null, to.in(w), null, reconfigure));
    return Weighted.of(
        Tuple.of(3, bind), Tuple.of(1, fresh), Tuple.of(1, remount), Tuple.of(2, unmounting()));
  }

  private static Arbitrary<Draft> unmounting() {
    Arbitrary<Long> flags =
        Arbitraries.of(
            0L,
            0L,
            MountFlags.MNT_DETACH,
            MountFlags.MNT_DETACH,
            MountFlags.MNT_DETACH,
            MountFlags.MNT_DETACH | MountFlags.UMOUNT_NOFOLLOW,
            MountFlags.MNT_EXPIRE,
            MountFlags.MNT_FORCE,
            MountFlags.UMOUNT_VALID + 1);
    return Combinators.combine(Paths.directories(), flags)
        .as((p, how) -> w -> new Syscall.Umount2(p.in(w), how));
  }

  private static Arbitrary<Syscall> sharing() {
    Arbitrary<List<Integer>> few = fds().list().ofMaxSize(2);
    Arbitrary<List<Integer>> many = fds().map(fd -> Collections.nCopies(TOO_MANY, fd));
    Arbitrary<Syscall> send =
        Combinators.combine(
                fds(),
                Arbitraries.of("x", "xyz"),
                Weighted.of(Tuple.of(40, few), Tuple.of(1, many)))
            .as(Syscall.Sendmsg::new);
    Arbitrary<Syscall> receive =
        Combinators.combine(fds(), Arbitraries.of(64L, 64L, 1L)).as(Syscall.Recvmsg::new);
    return Weighted.of(
        Tuple.of(1, Arbitraries.just(new Syscall.Socketpair())),
        Tuple.of(3, send),
        Tuple.of(2, receive),
        Tuple.of(
            1,
            Arbitraries.of(
                    CloneFlags.SIGCHLD,
                    CloneFlags.CLONE_FS,
                    CloneFlags.CLONE_FILES,
                    CloneFlags.CLONE_NEWUTS,
                    CloneFlags.CLONE_NEWNS,
                    CloneFlags.CLONE_NEWNS | CloneFlags.CLONE_FS)
                .map(Syscall.Clone::new)));
  }

  private static Arbitrary<Syscall> namespaces() {
    Arbitrary<Long> left =
        Weighted.of(
            Tuple.of(4, Arbitraries.of(CloneFlags.CLONE_NEWUTS, CloneFlags.CLONE_NEWNS)),
            Tuple.of(
                2,
                Arbitraries.of(
                    0L,
                    CloneFlags.CLONE_FS,
                    CloneFlags.CLONE_FILES,
                    CloneFlags.CLONE_FILES | CloneFlags.CLONE_NEWUTS,
                    CloneFlags.CLONE_VM,
                    CloneFlags.CLONE_NEWUTS | 1)));
    Arbitrary<Integer> types =
        Arbitraries.of(
            0,
            0,
            0,
            (int) CloneFlags.CLONE_NEWUTS,
            (int) CloneFlags.CLONE_NEWNS,
            (int) CloneFlags.CLONE_NEWPID,
            (int) CloneFlags.CLONE_NEWIPC);
    Arbitrary<String> names = Arbitraries.of("a", "box", "a.example").injectNull(0.05);
    Arbitrary<Integer> lengths =
        Weighted.of(Tuple.of(6, Arbitraries.of(1, 3)), Tuple.of(1, Arbitraries.of(0, 64, 65, -1)));
    return Weighted.of(
        Tuple.of(3, left.map(Syscall.Unshare::new)),
        Tuple.of(4, Combinators.combine(fds(), types).as(Syscall.Setns::new)),
        Tuple.of(2, Combinators.combine(names, lengths).as(Syscall.Sethostname::new)),
        Tuple.of(1, Combinators.combine(names, lengths).as(Syscall.Setdomainname::new)),
        Tuple.of(
            1,
            Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false)).map(Syscall.Uname::new)));
  }

  private static Arbitrary<Syscall> credentials() {
    Arbitrary<Integer> ids = Arbitraries.of(-1, -1, 0, 1000, 2000);
    Arbitrary<CapSet> caps =
        Arbitraries.of(
            List.of(
                CapSet.NONE,
                CapSet.ALL,
                CapSet.of(Capability.CAP_SYS_CHROOT),
                CapSet.ALL.minus(CapSet.of(Capability.CAP_SYS_CHROOT))));
    Arbitrary<CapSet> inheritable = Arbitraries.of(CapSet.NONE, CapSet.NONE, CapSet.ALL);
    return Weighted.of(
        Tuple.of(4, Combinators.combine(ids, ids, ids).as(Syscall.Setresuid::new)),
        Tuple.of(4, Combinators.combine(caps, caps, inheritable).as(Syscall.Capset::new)),
        Tuple.of(1, Arbitraries.just(new Syscall.Exit(0))));
  }
}
