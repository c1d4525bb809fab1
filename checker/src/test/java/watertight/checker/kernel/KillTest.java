package watertight.checker.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of a command's whole process group leaves nothing: no process of an executor, no mount,
 * no group. {@code -Dwatertight.kills=50} kills more often, {@code -Dwatertight.kills.seed=N} at
 * the same moments again.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("watertight.kills", 10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What DESIGN allows. */
  private static final Duration GONE_WITHIN = Duration.ofSeconds(1);

  private static final int THREADS = 4;

  /** Many worlds at a time, each for long: a kill meets some of them. */
  private static final String LONG = "conform --runs 1000000 --calls 300 --threads " + THREADS;

  @TempDir Path dir;

  /** Executors are told from those of others by where their program lies. */
  private Path cache;

  @BeforeEach
  void compileFirst() throws IOException, InterruptedException {
    cache = dir.resolve("cache");
    ProcessBuilder once = Command.builder(cache, List.of(), List.of(), "conform", "--runs", "0");
    Command ran = Command.run(once, dir.resolve("log"));
    if (ran.code() == 3) {
      abort(ran.out());
    }
    assertEquals(0, ran.code(), ran.out());
  }

  @Test
  void nothingIsLeftOfACommandThatIsKilledAtAnyMoment() throws IOException, InterruptedException {
    long seed =
        Long.getLong("watertight.kills.seed", ThreadLocalRandom.current().nextLong(1L << 48));
    Random random = new Random(seed);
    Set<String> mounts = mounts();
    Set<String> groups = Groups.ours();
    int met = 0;
    for (int n = 0; n < KILLS; n++) {
      Moment moment = Moment.values()[n % Moment.values().length];
      met += kill(moment, random, "kill %d (%s), seed %d".formatted(n, moment, seed)) ? 1 : 0;
    }
    assertTrue(met >= KILLS / 2, met + " kills met an executor, seed " + seed);
    assertEquals(mounts, mounts(), "mounts");
    assertEquals(groups, Groups.ours(), "groups");
  }

  @AfterEach
  void endWhatWasLeft() {
    executors().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }

  /** When a command is killed. */
  private enum Moment {
    /** At any moment, from its start on. */
    ANY(0, 1200),
    /** Soon after its executors have come. */
    SOON(1, 300),
    /** While there are worlds. */
    AT_WORK(THREADS + 2, 20);

    private final int processes;
    private final int milliseconds;

    /** With at least so many processes of executors, and at most so many milliseconds later. */
    Moment(int processes, int milliseconds) {
      this.processes = processes;
      this.milliseconds = milliseconds;
    }
  }

  /** Whether an executor was there when the command was killed. */
  private boolean kill(Moment moment, Random random, String what)
      throws IOException, InterruptedException {
    Process command =
        Command.builder(cache, List.of("setsid"), List.of(), LONG.split(" "))
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("log").toFile())
            .start();
    try {
      boolean came = Leftovers.within(PATIENCE, () -> executors().size() >= moment.processes);
      assertTrue(came, what + ": no executor came");
      command.waitFor(random.nextInt(moment.milliseconds), TimeUnit.MILLISECONDS);
      assertTrue(command.isAlive(), what + ": " + Files.readString(dir.resolve("log")));
      boolean met = !executors().isEmpty();
      killGroup(command);
      command.waitFor();
      boolean gone = Leftovers.within(GONE_WITHIN, () -> executors().isEmpty());
      assertTrue(gone, what + ": left " + executors());
      return met;
    } finally {
      killGroup(command);
    }
  }

  private static void killGroup(Process command) throws IOException, InterruptedException {
    if (command.isAlive()) {
      Leftovers.killGroup(command);
    }
  }

  private List<Long> executors() {
    return Leftovers.processesBelow(cache);
  }

  /** The file systems made by somebody, in this mount namespace. */
  private static Set<String> mounts() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
        .filter(line -> line.contains(" none "))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
