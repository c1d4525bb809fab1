package watertight.model.enclave.hostcall.posix;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Span;
import watertight.model.enclave.hostcall.Told;

/** What a lie has done. */
public enum Harm {
  /** An enclave byte outside the destination changed. */
  BYTE_CHANGED("an enclave byte outside the destination changes"),
  /** A byte outside the source left the enclave, or was taken for what the host sent. */
  BYTE_LEFT("an enclave byte outside the source leaves"),
  /** The caller was told what POSIX forbids. */
  TOLD_FALSE("the caller is told what POSIX forbids");

  private final String text;

  Harm(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** What was done with the last call; nothing where the caller got an error from the shield. */
  public static Set<Harm> of(Picture picture, Told told) {
    Set<Harm> harm = EnumSet.noneOf(Harm.class);
    if (told.rejected()) {
      return harm;
    }
    if (!changed(picture, told).isEmpty()) {
      harm.add(BYTE_CHANGED);
    }
    if (!left(picture, told).isEmpty()) {
      harm.add(BYTE_LEFT);
    }
    if (!new Promises(picture.words()).allow(told.call(), told.answer(), told.knew())) {
      harm.add(TOLD_FALSE);
    }
    return harm;
  }

  /** The enclave bytes outside the destination that were written. */
  public static List<Span> changed(Picture picture, Told told) {
    List<Span> written = spans(picture, told.use().written());
    List<Span> given = spans(picture, Destination.writable(told.call(), told.knew()));
    return Span.beside(picture.inside(written), given);
  }

  /** The enclave bytes outside the source that left. */
  public static List<Span> left(Picture picture, Told told) {
    List<Span> taken = spans(picture, told.use().taken());
    List<Span> given = spans(picture, Destination.readable(told.call()));
    return Span.beside(picture.inside(taken), given);
  }

  private static List<Span> spans(Picture picture, List<Range> ranges) {
    return ranges.stream().flatMap(range -> range.spans(picture.words()).stream()).toList();
  }
}
