package watertight.model.linux;

/** Texts as the kernel counts them. */
public final class Bytes {
  private Bytes() {}

  /** How many bytes a text has in UTF-8, without a terminator. */
  public static int length(String text) {
    return text.codePoints().map(Bytes::width).sum();
  }

  private static int width(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
