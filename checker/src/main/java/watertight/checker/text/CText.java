package watertight.checker.text;

/**
 * Texts as in C: between quotation marks, with escapes. They stand for bytes, as {@link ByteText}
 * keeps them; a character above 0x7f stands for its bytes in UTF-8.
 */
public final class CText {
  private static final String LETTERS = "abefnrtv";
  private static final String MEANT = "\u0007\b\u001b\f\n\r\t\u000b";

  private CText() {}

  /** The text between quotation marks that starts here. */
  public static String read(Cursor in, String meaning) {
    in.skipBlanks();
    if (in.peek() != '"') {
      throw in.expected(meaning);
    }
    return readTo(in, '"');
  }

  /** The text from after the character here up to {@code end}, which is passed. */
  static String readTo(Cursor in, char end) {
    in.next();
    StringBuilder bytes = new StringBuilder();
    while (in.peek() != end) {
      if (in.peek() == 0) {
        throw in.error(in.at(), "the end of the line", "'" + end + "'");
      } else if (in.peek() == '\\') {
        in.next();
        bytes.append((char) escaped(in));
      } else {
        bytes.append(ByteText.of(in.run(c -> c != end && c != '\\')));
      }
    }
    in.next();
    return bytes.toString();
  }

  private static int escaped(Cursor in) {
    int place = in.at() - 1;
    char c = in.peek();
    if (octal(c)) {
      int value = 0;
      for (int i = 0; i < 3 && octal(in.peek()); i++) {
        value = value * 8 + in.next() - '0';
      }
      if (value > 0xff) {
        throw in.error(place, Cursor.shown(in.since(place)), "an escape for one byte");
      }
      return value;
    }
    in.next();
    if (c == 'x') {
      int value = 0;
      int digits = 0;
      for (; digits < 2 && hex(in.peek()) >= 0; digits++) {
        value = value * 16 + hex(in.next());
      }
      if (digits == 0) {
        throw in.expected("hexadecimal digits");
      }
      return value;
    }
    int letter = LETTERS.indexOf(c);
    if (letter >= 0) {
      return MEANT.charAt(letter);
    }
    if (c == '\\' || c == '"' || c == '\'' || c == '?') {
      return c;
    }
    throw in.error(place, Cursor.shown(in.since(place)), "an escape as in C, such as \\n or \\x0a");
  }

  private static boolean octal(char c) {
    return c >= '0' && c <= '7';
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /** {@code bytes} between quotation marks. */
  public static String quoted(String bytes) {
    return '"' + escaped(bytes, "\"") + '"';
  }

  /** {@code bytes} with escapes for what cannot stand in a line, and for {@code special}. */
  static String escaped(String bytes, String special) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c > 0x7f) {
        String character = ByteText.character(bytes, i);
        out.append(character.isEmpty() ? "\\x%02x".formatted((int) c) : character);
        i += Math.max(0, ByteText.of(character).length() - 1);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c == '\\' || (c == '"' && special.indexOf(c) >= 0)) {
        out.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || special.indexOf(c) >= 0) {
        out.append("\\x%02x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
