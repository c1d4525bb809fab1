package watertight.checker.text;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is not in the notation: the one error of all parsers. */
public final class InputError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final int column;
  private final String found;
  private final String expected;
  private final transient List<String> nearest;

  /**
   * @param file the file's name, as it was given
   * @param line the line, from 1
   * @param column the column in characters, from 1; one past the last where the line ends too early
   * @param found what stands there
   * @param expected what could stand there
   * @param nearest names that may be meant, the likeliest first
   */
  public InputError(
      String file, int line, int column, String found, String expected, List<String> nearest) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.found = found;
    this.expected = expected;
    this.nearest = List.copyOf(nearest);
  }

  /** The file's name, as it was given. */
  public String file() {
    return file;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column in characters, from 1. */
  public int column() {
    return column;
  }

  /** What stands there. */
  public String found() {
    return found;
  }

  /** What could stand there. */
  public String expected() {
    return expected;
  }

  /** Names that may be meant, the likeliest first. */
  public List<String> nearest() {
    return nearest;
  }

  /** {@code file:line:column: found …, expected …}, on one line. */
  @Override
  public String getMessage() {
    String hint =
        nearest.isEmpty()
            ? ""
            : nearest.stream()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(" or ", "; did you mean ", "?"));
    return "%s:%d:%d: found %s, expected %s%s".formatted(file, line, column, found, expected, hint);
  }
}
