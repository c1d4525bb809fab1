package watertight.properties.linux.call;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.Syscall;
import watertight.properties.linux.Weighted;
import watertight.properties.linux.call.Draft.Name;

/**
 * Mounts of procfs, by whatever task and so of its PID namespace, and calls that go through one.
 */
final class ThroughProcfs {
  private static final long WHOLE = 4095;

  private ThroughProcfs() {}

  static Arbitrary<Draft> any() {
    Arbitrary<Name> mountpoints =
        Arbitraries.integers()
            .between(0, 60)
            .map(k -> w -> w.directories().get(k % w.directories().size()));
    Arbitrary<Draft> mount =
        mountpoints.map(to -> w -> new Syscall.Mount("proc", to.in(w), "proc", 0));
    Name worlds = w -> "/proc";
    Arbitrary<Name> base =
        Weighted.of(Tuple.of(1, Arbitraries.just(worlds)), Tuple.of(3, mountpoints));
    Arbitrary<Name> paths =
        Combinators.combine(base, tails()).as((top, tail) -> w -> top.in(w) + tail);
    return Weighted.of(Tuple.of(2, mount), Tuple.of(5, paths.flatMap(ThroughProcfs::through)));
  }

  private static Arbitrary<String> tails() {
    Arbitrary<String> whose = Arbitraries.of("/self", "/self", "/1", "/1", "/2", "/3", "/4");
    Arbitrary<String> what =
        Arbitraries.of(
            "", "/root", "/cwd", "/fd/3", "/ns/pid", "/ns/pid_for_children", "/ns/uts", "/sched");
    return Combinators.combine(whose, what).as(String::concat);
  }

  private static Arbitrary<Draft> through(Name path) {
    return Arbitraries.of(
        w -> new Syscall.Stat(path.in(w)),
        w -> new Syscall.Lstat(path.in(w)),
        w -> new Syscall.Readlink(path.in(w), WHOLE),
        w -> new Syscall.Open(path.in(w), OpenFlags.O_RDONLY, 0),
        w -> new Syscall.Open(path.in(w), OpenFlags.O_PATH, 0),
        w -> new Syscall.Chdir(path.in(w)));
  }
}
