package watertight.checker.smt;

import java.util.ArrayList;
import java.util.List;

/**
 * One top-level command of an SMT-LIB text.
 *
 * @param text the command, as it stands
 * @param line its first line, from 1
 */
public record SmtCommand(String text, int line) {
  /** Whether it is this command, such as {@code push}. */
  boolean is(String name) {
    return text.startsWith("(" + name) && " )\n".indexOf(text.charAt(name.length() + 1)) >= 0;
  }

  /** The commands of a text; comments between them are left out. */
  static List<SmtCommand> all(String text) {
    List<SmtCommand> commands = new ArrayList<>();
    int depth = 0;
    int start = 0;
    int line = 1;
    int startLine = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line++;
        case ';' -> i = text.indexOf('\n', i) - 1;
        case '|', '"' -> i = text.indexOf(c, i + 1);
        case '(' -> {
          if (depth++ == 0) {
            start = i;
            startLine = line;
          }
        }
        case ')' -> {
          if (--depth == 0) {
            commands.add(new SmtCommand(text.substring(start, i + 1), startLine));
          }
        }
        default -> {}
      }
    }
    if (depth != 0) {
      throw new IllegalArgumentException("line " + startLine + ": a command without an end");
    }
    return commands;
  }
}
