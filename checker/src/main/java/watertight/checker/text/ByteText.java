package watertight.checker.text;

import java.nio.charset.StandardCharsets;

/**
 * Texts as the kernel keeps them, with one byte in each character. To it a name or a content is
 * bytes; that they are mostly UTF-8 is known to people alone.
 */
public final class ByteText {
  private ByteText() {}

  /** The bytes of a text in UTF-8. */
  public static String of(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The text whose bytes these are in UTF-8; what is not UTF-8 is replaced. */
  public static String text(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /**
   * The character that begins at {@code at} and can be shown as it is; empty when there is none.
   */
  static String character(String bytes, int at) {
    int end = Math.min(at + width(bytes.charAt(at)), bytes.length());
    String sequence = bytes.substring(at, end);
    String text = text(sequence);
    boolean whole = of(text).equals(sequence) && text.codePointCount(0, text.length()) == 1;
    return whole && isShown(text.codePointAt(0)) ? text : "";
  }

  private static int width(char lead) {
    if (lead < 0xc0) {
      return 1;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Bytes as people read them: UTF-8 as it is, all else escaped as in C. */
  public static String shown(String bytes) {
    return CText.escaped(bytes, "");
  }
}
