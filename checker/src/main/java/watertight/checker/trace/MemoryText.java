package watertight.checker.trace;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import watertight.model.Cells;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Region;
import watertight.model.enclave.hostcall.Shown;
import watertight.model.enclave.hostcall.Span;
import watertight.model.enclave.hostcall.Told;
import watertight.model.enclave.hostcall.WrittenCell;
import watertight.model.enclave.hostcall.posix.Harm;

/** The enclave's memory, in words. */
public final class MemoryText {
  /** Where nothing left. */
  public static final String NOTHING = "nothing";

  private MemoryText() {}

  /** What became of an object: {@code intact}, or which of its bytes were written. */
  public static String of(Picture picture, Region region, Cells cells) {
    List<Span> written = picture.of(region, cells.get(new WrittenCell()));
    return written.isEmpty() ? "intact" : "written " + spans(picture, written);
  }

  /** Which bytes outside the source left with the last call. */
  public static String left(Picture picture, @Nullable Told told) {
    List<Span> left = told == null ? List.of() : Harm.left(picture, told);
    return left.isEmpty() ? NOTHING : spans(picture, left);
  }

  /** Kinds of harm by their short names. */
  public static String harm(Set<Harm> harm) {
    return harm.isEmpty()
        ? "none"
        : harm.stream()
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(" "));
  }

  private static String spans(Picture picture, List<Span> spans) {
    Shown shown = new Shown(picture.words());
    return spans.stream().map(shown::span).distinct().collect(Collectors.joining(" "));
  }
}
