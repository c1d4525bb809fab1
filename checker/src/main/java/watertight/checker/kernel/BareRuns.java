package watertight.checker.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import watertight.checker.kernel.Host.Network;

/**
 * The yardstick of conform: the executor's own loop of runs of the same kind. A fresh world with
 * two tasks and their calls each time, and nobody who asks, listens or looks.
 */
public final class BareRuns {
  private final int processes;
  private final int calls;
  private final Network network;
  private long runs;
  private double seconds;

  /**
   * Nothing is measured yet.
   *
   * @param processes how many loops go on at the same time
   * @param calls how many calls are made in each world
   * @param network which network namespace the worlds have
   */
  public BareRuns(int processes, int calls, Network network) {
    this.processes = processes;
    this.calls = calls;
    this.network = network;
  }

  /**
   * Takes some more runs into the measure.
   *
   * @param each how many runs each process makes
   */
  public void measure(int each) throws NotRun {
    List<String> command = new ArrayList<>(LocalOracle.command(network));
    command.addAll(List.of(String.valueOf(each), String.valueOf(calls)));
    List<Process> loops = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        loops.add(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
      }
      long slowest = 0;
      for (Process loop : loops) {
        slowest = Math.max(slowest, nanoseconds(loop));
      }
      runs += (long) processes * each;
      seconds += slowest / 1e9;
    } catch (IOException e) {
      throw new NotRun("the bare loop cannot be started (" + e.getMessage() + ")");
    } finally {
      loops.forEach(Process::destroy);
    }
  }

  private static long nanoseconds(Process loop) throws IOException, NotRun {
    String said = new String(loop.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (said.isBlank()) {
      throw new NotRun("the bare loop ended early");
    }
    return Long.parseLong(said.strip());
  }

  /** The runs in a second, all processes together. */
  public double runsPerSecond() {
    return runs / seconds;
  }
}
