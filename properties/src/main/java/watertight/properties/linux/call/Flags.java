package watertight.properties.linux.call;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.ResolveFlags;
import watertight.properties.linux.Weighted;

/**
 * Flag arguments. Of ten, six are a combination that programs use, three are any of the flags that
 * the call knows together, and one has a bit that it does not know.
 */
final class Flags {
  private static final List<Long> OPEN =
      List.of(
          OpenFlags.O_NOFOLLOW,
          OpenFlags.O_DIRECTORY,
          OpenFlags.O_CREAT,
          OpenFlags.O_EXCL,
          OpenFlags.O_TRUNC,
          OpenFlags.O_PATH,
          OpenFlags.O_CLOEXEC,
          OpenFlags.O_NONBLOCK,
          OpenFlags.O_NOATIME,
          OpenFlags.TMPFILE_BIT,
          OpenFlags.O_WRONLY,
          OpenFlags.O_RDWR);

  private static final List<Long> RESOLVE =
      List.of(
          ResolveFlags.RESOLVE_NO_XDEV,
          ResolveFlags.RESOLVE_NO_MAGICLINKS,
          ResolveFlags.RESOLVE_NO_SYMLINKS,
          ResolveFlags.RESOLVE_BENEATH,
          ResolveFlags.RESOLVE_IN_ROOT,
          ResolveFlags.RESOLVE_CACHED);

  private Flags() {}

  /** Flags to open what is there. */
  static Arbitrary<Long> toOpen() {
    return mixed(
        Arbitraries.of(
            OpenFlags.O_RDONLY,
            OpenFlags.O_RDONLY,
            OpenFlags.O_RDONLY | OpenFlags.O_DIRECTORY,
            OpenFlags.O_RDONLY | OpenFlags.O_NOFOLLOW,
            OpenFlags.O_RDONLY | OpenFlags.O_NONBLOCK,
            OpenFlags.O_PATH,
            OpenFlags.O_PATH | OpenFlags.O_NOFOLLOW,
            OpenFlags.O_PATH | OpenFlags.O_DIRECTORY,
            OpenFlags.O_RDWR),
        OPEN,
        1L << 31);
  }

  /** Flags to make a file. */
  static Arbitrary<Long> toCreate() {
    return mixed(
        Arbitraries.of(
            OpenFlags.O_CREAT | OpenFlags.O_RDWR,
            OpenFlags.O_CREAT | OpenFlags.O_WRONLY | OpenFlags.O_EXCL,
            OpenFlags.O_CREAT | OpenFlags.O_RDWR | OpenFlags.O_TRUNC,
            OpenFlags.O_CREAT | OpenFlags.O_RDONLY | OpenFlags.O_NOFOLLOW),
        OPEN,
        1L << 31);
  }

  /** RESOLVE_ flags: mostly none or one. */
  static Arbitrary<Long> resolve() {
    return Weighted.of(
        Tuple.of(3, Arbitraries.just(0L)),
        Tuple.of(6, Arbitraries.of(RESOLVE)),
        Tuple.of(2, anyOf(RESOLVE)),
        Tuple.of(1, Arbitraries.just(ResolveFlags.VALID + 1)));
  }

  private static Arbitrary<Long> mixed(Arbitrary<Long> used, List<Long> known, long unknown) {
    return Weighted.of(
        Tuple.of(6, used),
        Tuple.of(3, anyOf(known)),
        Tuple.of(1, used.map(flags -> flags | unknown)));
  }

  private static Arbitrary<Long> anyOf(List<Long> flags) {
    return Arbitraries.of(flags)
        .set()
        .ofMaxSize(3)
        .map(chosen -> chosen.stream().reduce(0L, (one, other) -> one | other));
  }
}
