package watertight.checker.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A text to parse: UTF-8, lines that end in a newline, no control characters.
 *
 * @param file the file's name, as it was given
 * @param lines the lines, without their ends; at least one
 */
public record Source(String file, List<String> lines) {
  /** The longest line, in characters. */
  static final int LONGEST_LINE = 1 << 16;

  /** The longest file, in bytes. */
  static final int LONGEST_FILE = 1 << 22;

  public Source {
    lines = List.copyOf(lines);
  }

  /** Reads a file. */
  public static Source read(Path path) {
    String file = path.toString();
    if (Files.isDirectory(path)) {
      throw unreadable(file, "a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return of(file, in.readNBytes(LONGEST_FILE + 1));
    } catch (NoSuchFileException none) {
      throw unreadable(file, "no such file");
    } catch (AccessDeniedException denied) {
      throw unreadable(file, "a file that may not be read");
    } catch (IOException broken) {
      throw unreadable(file, "a file that cannot be read (" + broken.getMessage() + ")");
    }
  }

  private static InputError unreadable(String file, String found) {
    return new InputError(file, 1, 1, found, "a readable text file", List.of());
  }

  /** The text in {@code bytes}. */
  public static Source of(String file, byte[] bytes) {
    if (bytes.length > LONGEST_FILE) {
      throw new InputError(
          file, 1, 1, "a file of more than 4 MiB", "one of at most 4 MiB", List.of());
    }
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      int bad = in.get(in.position()) & 0xff;
      throw at(file, text, text.length(), "the byte 0x%02x".formatted(bad), "UTF-8 text");
    }
    return of(file, text);
  }

  /** The text itself. */
  public static Source of(String file, String text) {
    if (text.isBlank()) {
      throw new InputError(file, 1, 1, "an empty file", "a litmus test or a scenario", List.of());
    }
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lineStart = i + 1;
      } else if (c == '\t') {
        throw at(file, text, i, "a tab", "blanks");
      } else if (c == '\r') {
        throw at(file, text, i, "a carriage return", "lines that end in a newline alone");
      } else if (c < ' ' || c == 0x7f || c == '\uFEFF') {
        throw at(file, text, i, "the character U+%04X".formatted((int) c), "printable text");
      } else if (i - lineStart >= LONGEST_LINE) {
        throw at(file, text, i, "a longer line", "at most " + LONGEST_LINE + " characters");
      }
    }
    return new Source(file, text.lines().toList());
  }

  private static InputError at(String file, String text, int index, String found, String expected) {
    int line = 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    int column = index - text.lastIndexOf('\n', index - 1);
    return new InputError(file, line, column, found, expected, List.of());
  }

  /** The error that the text ends too early. */
  public InputError endsBefore(String expected) {
    int last = lines.size() - 1;
    return new InputError(
        file, last + 1, lines.get(last).length() + 1, "the end of the file", expected, List.of());
  }
}
