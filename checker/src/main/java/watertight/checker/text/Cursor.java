package watertight.checker.text;

import java.util.List;
import java.util.function.IntPredicate;

/** A place in one line of a text, which moves on as the parts of the line are recognised. */
public final class Cursor {
  private static final int SHOWN = 40;

  private final Source source;
  private final int line;
  private final String text;
  private int at;

  /** The start of the line with this index, from 0. */
  public Cursor(Source source, int line) {
    this.source = source;
    this.line = line;
    this.text = source.lines().get(line);
  }

  /** The number of the line, from 1. */
  int line() {
    return line + 1;
  }

  /** The place, for {@link #error}. */
  public int at() {
    return at;
  }

  /** Goes back to {@code place}. */
  public void back(int place) {
    at = place;
  }

  /** The place in the file. */
  public Place place() {
    return new Place(source.file(), line + 1, at + 1);
  }

  /** The next character; 0 at the end. */
  public char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  /** The character here, which is passed; 0 at the end. */
  char next() {
    char c = peek();
    if (c != 0) {
      at++;
    }
    return c;
  }

  public void skipBlanks() {
    while (peek() == ' ') {
      at++;
    }
  }

  /** Blanks, and comments as in C. */
  void skipComments() {
    skipBlanks();
    while (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      if (end < 0) {
        at = text.length();
        throw expected("\"*/\"");
      }
      at = end + 2;
      skipBlanks();
    }
  }

  /** Whether only blanks or a comment are left. */
  public boolean atEnd() {
    skipBlanks();
    return at == text.length() || peek() == '#';
  }

  public void expectEnd() {
    if (!atEnd()) {
      throw expected("the end of the line");
    }
  }

  /** The next word, which is not passed; empty when there is none. */
  public String peekWord() {
    skipBlanks();
    int place = at;
    String word = word();
    back(place);
    return word;
  }

  /** Whether {@code token} stands here. */
  public boolean looksAt(String token) {
    return text.startsWith(token, at);
  }

  /** Passes blanks and {@code token}, if it is next. */
  public boolean accept(String token) {
    skipBlanks();
    if (!looksAt(token)) {
      return false;
    }
    at += token.length();
    return true;
  }

  /** Passes blanks and {@code word}, if it is the next word. */
  public boolean acceptWord(String word) {
    skipBlanks();
    int end = at + word.length();
    if (!looksAt(word) || (end < text.length() && isWord(text.charAt(end)))) {
      return false;
    }
    at = end;
    return true;
  }

  public void expect(String token) {
    if (!accept(token)) {
      throw expected('"' + token + '"');
    }
  }

  /** The longest run of such characters; empty when there is none. */
  public String run(IntPredicate characters) {
    int start = at;
    while (at < text.length() && characters.test(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** What was passed since {@code place}. */
  public String since(int place) {
    return text.substring(place, at);
  }

  /** The word here, {@code [A-Za-z0-9_]+}, after blanks; empty when there is none. */
  public String word() {
    skipBlanks();
    return run(Cursor::isWord);
  }

  /** What is left of the line, without blanks around it. */
  public String rest() {
    String rest = text.substring(at).strip();
    at = text.length();
    return rest;
  }

  public static boolean isWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  public static boolean isName(int c) {
    return isWord(c) || c == '-' || c == '.' || c == '/';
  }

  /** The error that what stands here should be something else. */
  public InputError expected(String expected) {
    skipBlanks();
    return error(at, found(), expected);
  }

  public InputError error(int place, String found, String expected) {
    return error(place, found, expected, List.of());
  }

  public InputError error(int place, String found, String expected, List<String> nearest) {
    return new InputError(source.file(), line + 1, place + 1, found, expected, nearest);
  }

  private String found() {
    if (at >= text.length()) {
      return "the end of the line";
    }
    int end = at + 1;
    while (end < text.length() && isName(text.charAt(at)) && isName(text.charAt(end))) {
      end++;
    }
    if (text.charAt(at) == '"') {
      int closing = text.indexOf('"', end);
      end = closing < 0 ? text.length() : closing + 1;
    } else if (Character.isHighSurrogate(text.charAt(at)) && end < text.length()) {
      end++;
    }
    return shown(text.substring(at, end));
  }

  /** The text between quotation marks, its own if it has them; cut when it is long. */
  public static String shown(String text) {
    String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return cut.startsWith("\"") ? cut : '"' + cut + '"';
  }
}
