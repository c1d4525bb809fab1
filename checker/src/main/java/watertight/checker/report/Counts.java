package watertight.checker.report;

import java.util.List;

/**
 * What one state space is like.
 *
 * @param machine its name
 * @param reduction what may stand for others
 * @param states the states seen
 * @param transitions the steps that changed the state
 * @param seconds how long it took
 * @param bytesPerState the memory of the visited states
 * @param peakBytesPerState the same with parents and frontier
 * @param end why it ended, in words
 */
public record Counts(
    String machine,
    String reduction,
    long states,
    long transitions,
    double seconds,
    double bytesPerState,
    double peakBytesPerState,
    String end) {

  /** One fact a line. */
  public List<String> text() {
    return new Table()
        .row("machine", machine)
        .row("reduction", reduction)
        .row("states", Lines.grouped(states))
        .row("transitions", Lines.grouped(transitions))
        .row("time", Lines.seconds(seconds))
        .row("rate", Lines.grouped(Math.round(transitions / Math.max(seconds, 1e-9))) + " steps/s")
        .row(
            "memory",
            "%.1f bytes a state, %.1f at the peak".formatted(bytesPerState, peakBytesPerState))
        .row("end", end)
        .lines();
  }

  /** The object, as text. */
  public List<String> json() {
    return Json.lines(
        Json.versioned()
            .put("machine", machine)
            .put("reduction", reduction)
            .put("states", states)
            .put("transitions", transitions)
            .put("seconds", Math.round(seconds * 1e3) / 1e3)
            .put("bytesPerState", Math.round(bytesPerState * 10) / 10.0)
            .put("peakBytesPerState", Math.round(peakBytesPerState * 10) / 10.0)
            .put("exact", true));
  }
}
