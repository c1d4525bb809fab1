package watertight.checker.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts as in C: between quotation marks, with escapes; bytes above 0x7f are UTF-8. */
final class CText {
  private static final String LETTERS = "abefnrtv";
  private static final String MEANT = "\u0007\b\u001b\f\n\r\t\u000b";

  private CText() {}

  /** The text between quotation marks that starts here. */
  static String read(Cursor in, String meaning) {
    in.skipBlanks();
    if (in.peek() != '"') {
      throw in.expected(meaning);
    }
    return readTo(in, '"');
  }

  /** The text from after the character here up to {@code end}, which is passed. */
  static String readTo(Cursor in, char end) {
    int start = in.at();
    in.next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (in.peek() != end) {
      if (in.peek() == 0) {
        throw in.error(in.at(), "the end of the line", "'" + end + "'");
      } else if (in.peek() == '\\') {
        in.next();
        bytes.write(escaped(in));
      } else {
        bytes.writeBytes(in.run(c -> c != end && c != '\\').getBytes(StandardCharsets.UTF_8));
      }
    }
    in.next();
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw in.error(start, Cursor.shown(in.since(start)), "escapes that make up UTF-8 text");
    }
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

  /** {@code text} between quotation marks. */
  static String quoted(String text) {
    return '"' + escaped(text, "\"") + '"';
  }

  /** {@code text} with escapes for what cannot stand in a line, and for {@code special}. */
  static String escaped(String text, String special) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c == '\\' || (c == '"' && special.indexOf(c) >= 0)) {
        out.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || special.indexOf(c) >= 0) {
        out.append("\\x%02x".formatted((int) c));
      } else if (c == '\uFEFF') {
        out.append("\\xef\\xbb\\xbf");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
