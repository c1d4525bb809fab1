package watertight.checker.kernel.seen;

import java.nio.charset.StandardCharsets;

/** Texts of the model as a kernel has them: bytes, one in each character. */
public final class Bytes {
  private Bytes() {}

  /** The bytes of a text in UTF-8, one in each character. */
  public static String of(String text) {
    return isPlain(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
