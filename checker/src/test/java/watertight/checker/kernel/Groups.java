package watertight.checker.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cgroups of this machine that the project's programs made. */
final class Groups {
  private static final int DEPTH = 6;

  private Groups() {}

  static Set<String> ours() throws IOException {
    try (Stream<Path> below = Files.walk(Path.of("/sys/fs/cgroup"), DEPTH)) {
      return below
          .map(Path::toString)
          .filter(path -> path.contains("/watertight-"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
