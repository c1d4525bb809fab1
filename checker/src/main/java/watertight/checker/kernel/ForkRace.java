package watertight.checker.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Many tasks of this machine that forked at once against nested limits of the pids controller, in
 * groups made for that; see wt-pids.c.
 *
 * @param version of cgroups, 1 or 2
 * @param tried all forks
 * @param contended those that began while another was under way
 * @param succeeded those that made a process
 * @param refused those that were EAGAIN
 * @param other those that failed otherwise
 * @param ran the processes that ran
 * @param levels what was seen of each group
 */
public record ForkRace(
    int version,
    long tried,
    long contended,
    long succeeded,
    long refused,
    long other,
    long ran,
    List<Level> levels) {
  private static final String PROGRAM = "wt-pids";

  /**
   * What was seen of one group and those below it. Processes are those that surely were charged,
   * zombies included: a fork counts once it has returned, up to where a wait begins.
   *
   * @param name the group
   * @param max its limit, as it is watched
   * @param highest the most processes at once
   * @param reached the forks that took it to its limit
   * @param excess the forks that took it over
   * @param reads how often pids.current was read
   * @param over how often it showed more than the limit that was set, for a moment
   * @param left what it showed at the end, when all were reaped
   */
  public record Level(
      String name,
      int max,
      int highest,
      long reached,
      long excess,
      long reads,
      long over,
      long left) {}

  public ForkRace {
    levels = List.copyOf(levels);
  }

  /** Forks that succeeded over the limit of some group. */
  public long excess() {
    return levels.stream().mapToLong(Level::excess).sum();
  }

  /** Whether no more processes ran than forks succeeded, and nothing stayed charged. */
  public boolean isAccounted() {
    return ran <= succeeded && levels.stream().allMatch(level -> level.left() == 0);
  }

  /** Whether the group above all others was full at times: else nothing was put to the test. */
  public boolean wasFull() {
    return levels.getFirst().reached() > 0;
  }

  /** How often a counter was seen over its limit for a moment. */
  public long overshoots() {
    return levels.stream().mapToLong(Level::over).sum();
  }

  /**
   * Runs until so many forks were contended.
   *
   * @param slack how much higher the limits are set than what is watched for: 0, or more to see
   *     that the watch is awake
   * @param spent ends it before
   * @throws NotRun when there is no such controller, or no privilege, or the time was spent
   */
  public static ForkRace run(long contended, int slack, BooleanSupplier spent) throws NotRun {
    Path program = Executor.program(PROGRAM);
    try {
      Path errors = Files.createTempFile(PROGRAM, ".err");
      try {
        return run(program, contended, slack, spent, errors);
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new NotRun("the program cannot be started (" + e.getMessage() + ")");
    }
  }

  private static ForkRace run(
      Path program, long contended, int slack, BooleanSupplier spent, Path errors)
      throws IOException, NotRun {
    Process process =
        new ProcessBuilder(program.toString(), Long.toString(contended), Integer.toString(slack))
            .redirectError(errors.toFile())
            .start();
    try {
      return parse(lines(process, spent), errors);
    } finally {
      end(process);
    }
  }

  /** Its stdin closed, the program kills what it started and removes its groups. */
  private static void end(Process process) throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> lines(Process process, BooleanSupplier spent)
      throws IOException, NotRun {
    try {
      while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
        if (spent.getAsBoolean()) {
          throw new NotRun("the time was spent");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotRun("interrupted");
    }
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      return out.lines().toList();
    }
  }

  private static ForkRace parse(List<String> lines, Path errors) throws IOException, NotRun {
    Map<String, Long> numbers = new HashMap<>();
    List<Level> levels = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "not-run" -> throw new NotRun(line.substring("not-run ".length()));
        case "group" -> levels.add(level(words));
        case "end" -> {
          return of(numbers, levels);
        }
        default -> numbers.put(words[0], Long.parseLong(words[1]));
      }
    }
    throw new IllegalStateException(
        PROGRAM + " ended before it was done: " + Files.readString(errors).strip());
  }

  private static ForkRace of(Map<String, Long> numbers, List<Level> levels) {
    return new ForkRace(
        numbers.get("version").intValue(),
        numbers.get("tried"),
        numbers.get("contended"),
        numbers.get("succeeded"),
        numbers.get("refused"),
        numbers.get("other"),
        numbers.get("ran"),
        levels);
  }

  private static Level level(String[] words) {
    return new Level(
        words[1],
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]),
        Long.parseLong(words[4]),
        Long.parseLong(words[5]),
        Long.parseLong(words[6]),
        Long.parseLong(words[7]),
        Long.parseLong(words[8]));
  }
}
