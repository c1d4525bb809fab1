package watertight.checker.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What a command has left, once its process group is killed. */
final class Leftovers {
  private Leftovers() {}

  /** SIGKILL to the group that a process leads. */
  static void killGroup(Process leader) throws IOException, InterruptedException {
    new ProcessBuilder("/bin/sh", "-c", "kill -KILL -" + leader.pid()).start().waitFor();
  }

  /** Whether something comes about in time. */
  static boolean within(Duration time, BooleanSupplier condition) {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return condition.getAsBoolean();
      }
      Thread.onSpinWait();
    }
    return true;
  }

  /** The numbers of processes that run a program below a path; the dead have no command line. */
  static List<Long> processesBelow(Path path) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> process.getFileName().toString().matches("[0-9]+"))
          .filter(process -> text(process.resolve("cmdline")).startsWith(path.toString()))
          .map(process -> Long.valueOf(process.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of a process that may end while it is read. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
