package watertight.properties.linux.call;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import watertight.properties.linux.Weighted;
import watertight.properties.linux.call.Draft.Name;
import watertight.properties.linux.world.DrawnWorld;
import watertight.properties.linux.world.Worlds;

/**
 * Path arguments. Of twenty, eleven name what is there at the start, by its absolute name; five are
 * short walks over the names, {@code .} and {@code ..}; two go through /proc; one has a slash at
 * its end, and one is none that the kernel takes.
 */
final class Paths {
  private static final List<String> FREE = List.of("n", "m", "o", "x", "y");

  private Paths() {}

  /** Paths to directories. */
  static Arbitrary<Name> directories() {
    return mixed(known().map(k -> w -> pick(w.directories(), k)), walks());
  }

  /** Paths to anything. */
  static Arbitrary<Name> objects() {
    return mixed(known().map(k -> w -> object(w, k)), walks());
  }

  /** Paths whose last name is likely to be free. */
  static Arbitrary<Name> newNames() {
    Arbitrary<Name> free =
        Combinators.combine(known(), Arbitraries.of(FREE))
            .as((k, name) -> w -> below(pick(w.directories(), k), name));
    Arbitrary<String> relative = Arbitraries.of(FREE);
    return mixed(free, Weighted.oneOf(relative, walks()));
  }

  /** A new name in the same directory. */
  static @Nullable String beside(@Nullable String path) {
    return path == null ? null : path.substring(0, path.lastIndexOf('/') + 1) + FREE.getFirst();
  }

  private static Arbitrary<Integer> known() {
    return Arbitraries.integers().between(0, 60);
  }

  private static String pick(List<String> names, int choice) {
    return names.get(choice % names.size());
  }

  private static String object(DrawnWorld world, int choice) {
    int index = choice % (world.directories().size() + world.others().size());
    return index < world.directories().size()
        ? world.directories().get(index)
        : world.others().get(index - world.directories().size());
  }

  private static Arbitrary<Name> mixed(Arbitrary<Name> known, Arbitrary<String> walks) {
    Arbitrary<String> bad = Arbitraries.of("", "//", "a//b", "a".repeat(256), "./".repeat(2048));
    return Weighted.of(
        Tuple.of(11, known),
        Tuple.of(5, walks.map(path -> w -> path)),
        Tuple.of(2, throughProc().map(path -> w -> path)),
        Tuple.of(1, known.map(name -> w -> name.in(w) + "/")),
        Tuple.of(1, Weighted.orNull(200, bad).map(path -> w -> path)));
  }

  private static String below(String directory, String name) {
    return directory.equals("/") ? "/" + name : directory + "/" + name;
  }

  /** Relative and absolute walks of one to three components. */
  private static Arbitrary<String> walks() {
    Arbitrary<String> word =
        Weighted.of(
            Tuple.of(5, Arbitraries.of(Worlds.NAMES)),
            Tuple.of(4, Arbitraries.just("..")),
            Tuple.of(1, Arbitraries.of(".", "n", "m")));
    return Combinators.combine(Arbitraries.of("", "", "/"), word.list().ofMinSize(1).ofMaxSize(3))
        .as((slash, words) -> slash + String.join("/", words));
  }

  /** From the root, or from a directory of a task in procfs. */
  private static Arbitrary<String> throughProc() {
    return Combinators.combine(
            Arbitraries.of("/proc/self/", "/proc/2/", "/proc/3/", "/proc/4/", ""),
            Arbitraries.of("root", "cwd", "exe", "fd/3", "fd/4", "fd/5", "fd", ".", "sched"),
            Arbitraries.of("", "", "/..", "/a"))
        .as((task, link, rest) -> task + link + rest);
  }
}
