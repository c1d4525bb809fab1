package watertight.model.enclave.hostcall;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the enclave touches on the strength of an answer.
 *
 * @param written the bytes that it writes
 * @param taken the bytes that it reads and hands on: it sends them, or gives them to its caller as
 *     though they had come from the host
 */
public record Use(List<Range> written, List<Range> taken) {
  /** Nothing. */
  public static final Use NOTHING = new Use(List.of(), List.of());

  public Use {
    written = List.copyOf(written);
    taken = List.copyOf(taken);
  }

  static Use writes(long start, long length) {
    return new Use(List.of(new Range(start, length)), List.of());
  }

  static Use takes(long start, long length) {
    return new Use(List.of(), List.of(new Range(start, length)));
  }

  Use and(Use other) {
    return new Use(
        Stream.concat(written.stream(), other.written.stream()).toList(),
        Stream.concat(taken.stream(), other.taken.stream()).toList());
  }
}
