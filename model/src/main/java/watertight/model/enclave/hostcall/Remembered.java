package watertight.model.enclave.hostcall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the enclave itself remembers between calls; no host can change it.
 *
 * @param live the mappings that it has
 * @param descriptors the descriptors that it has open
 * @param tokens what it registered with epoll_ctl: addresses of its own objects
 * @param children its children that it has not waited for
 * @param breakAt the end of the heap that brk gave
 * @param lastNs the latest monotonic time that it was told
 * @param pid the process number that it was told
 */
public record Remembered(
    List<Range> live,
    SortedSet<Long> descriptors,
    SortedSet<Long> tokens,
    SortedSet<Long> children,
    OptionalLong breakAt,
    OptionalLong lastNs,
    OptionalLong pid) {
  /** Nothing. */
  public static final Remembered NOTHING =
      new Remembered(
          List.of(),
          sorted(Set.of()),
          sorted(Set.of()),
          sorted(Set.of()),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  public Remembered {
    live = List.copyOf(live);
    descriptors = sorted(descriptors);
    tokens = sorted(tokens);
    children = sorted(children);
  }

  private static SortedSet<Long> sorted(Set<Long> values) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  public Remembered withLive(List<Range> ranges) {
    return new Remembered(ranges, descriptors, tokens, children, breakAt, lastNs, pid);
  }

  public Remembered withDescriptors(Set<Long> open) {
    return new Remembered(live, sorted(open), tokens, children, breakAt, lastNs, pid);
  }

  public Remembered withTokens(Set<Long> registered) {
    return new Remembered(live, descriptors, sorted(registered), children, breakAt, lastNs, pid);
  }

  public Remembered withChildren(Set<Long> own) {
    return new Remembered(live, descriptors, tokens, sorted(own), breakAt, lastNs, pid);
  }

  public Remembered withBreak(long at) {
    return new Remembered(live, descriptors, tokens, children, OptionalLong.of(at), lastNs, pid);
  }

  public Remembered withLastNs(long ns) {
    return new Remembered(live, descriptors, tokens, children, breakAt, OptionalLong.of(ns), pid);
  }

  public Remembered withPid(long number) {
    return new Remembered(
        live, descriptors, tokens, children, breakAt, lastNs, OptionalLong.of(number));
  }

  /** As this, without the bytes of one range in any mapping; what is left of each stays. */
  public Remembered without(Words words, Range gone) {
    List<Span> holes = gone.spans(words);
    List<Range> left = new ArrayList<>();
    for (Range range : live) {
      List<Span> spans = range.spans(words);
      List<Span> rest = Span.beside(spans, holes);
      if (rest.equals(spans)) {
        left.add(range);
      } else {
        rest.forEach(span -> left.add(span.range(words)));
      }
    }
    return withLive(left);
  }

  /** As this, with one mapping more. */
  public Remembered and(Range mapping) {
    List<Range> more = new ArrayList<>(live);
    more.add(mapping);
    return withLive(more);
  }

  /** As this, with one descriptor more. */
  public Remembered andDescriptor(long descriptor) {
    Set<Long> more = new TreeSet<>(descriptors);
    more.add(descriptor);
    return withDescriptors(more);
  }
}
