package watertight.model.enclave.hostcall;

import java.util.List;

/**
 * Bytes one after another; past the last address they go on at the first.
 *
 * @param start the first
 * @param length how many, without a sign
 */
public record Range(long start, long length) {
  /** The bytes from {@code start} up to {@code end}, which is not among them. */
  public static Range upTo(long start, long end) {
    return new Range(start, end - start);
  }

  /** The address behind the last byte; it wraps. */
  public long end(Words words) {
    return words.plus(start, length);
  }

  /** The same bytes in one or two pieces that do not wrap; none where there are none. */
  public List<Span> spans(Words words) {
    if (length == 0) {
      return List.of();
    }
    long last = words.word(start + length - 1);
    return Words.below(last, start)
        ? List.of(new Span(start, -1), new Span(0, last))
        : List.of(new Span(start, last));
  }
}
