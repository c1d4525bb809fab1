package watertight.model.enclave.hostcall;

import java.util.List;

/**
 * What lies where in the enclave.
 *
 * @param words how large words are
 * @param enclave the protected range; it does not wrap
 * @param regions what in it has a name
 */
public record Picture(Words words, Range enclave, List<Region> regions) {
  public Picture {
    regions = List.copyOf(regions);
  }

  /** Those of {@code bytes} that are the enclave's. */
  public List<Span> inside(List<Span> bytes) {
    return enclave.spans(words).stream()
        .flatMap(span -> Span.within(bytes, span).stream())
        .toList();
  }

  /** Those of {@code bytes} that are a region's. */
  public List<Span> of(Region region, List<Span> bytes) {
    return region.bytes().spans(words).stream()
        .flatMap(span -> Span.within(bytes, span).stream())
        .toList();
  }
}
