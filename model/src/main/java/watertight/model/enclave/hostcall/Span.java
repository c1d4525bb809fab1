package watertight.model.enclave.hostcall;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes from one address to another, both among them; nothing wraps.
 *
 * @param first the first
 * @param last the last
 */
public record Span(long first, long last) {
  /** The same bytes by their number. */
  public Range range(Words words) {
    return new Range(first, words.word(last - first + 1));
  }

  /** Whether the two have a byte in common. */
  public boolean meets(Span other) {
    return !Words.below(last, other.first) && !Words.below(other.last, first);
  }

  /** The bytes that both have. */
  public List<Span> and(Span other) {
    return meets(other)
        ? List.of(new Span(larger(first, other.first), smaller(last, other.last)))
        : List.of();
  }

  /** The bytes that the other does not have. */
  public List<Span> minus(Span other) {
    if (!meets(other)) {
      return List.of(this);
    }
    List<Span> left = new ArrayList<>();
    if (Words.below(first, other.first)) {
      left.add(new Span(first, other.first - 1));
    }
    if (Words.below(other.last, last)) {
      left.add(new Span(other.last + 1, last));
    }
    return left;
  }

  /** What all of {@code spans} have in common with {@code one}. */
  public static List<Span> within(List<Span> spans, Span one) {
    return spans.stream().flatMap(span -> span.and(one).stream()).toList();
  }

  /** What {@code spans} have beside all of {@code others}. */
  public static List<Span> beside(List<Span> spans, List<Span> others) {
    List<Span> left = spans;
    for (Span other : others) {
      left = left.stream().flatMap(span -> span.minus(other).stream()).toList();
    }
    return left;
  }

  private static long larger(long a, long b) {
    return Words.below(a, b) ? b : a;
  }

  private static long smaller(long a, long b) {
    return Words.below(a, b) ? a : b;
  }
}
