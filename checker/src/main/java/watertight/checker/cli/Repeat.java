package watertight.checker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The line that repeats a run. */
final class Repeat {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  private Repeat() {}

  /** The command with what was typed and what was added, quoted for a shell. */
  static String line(List<String> args, List<String> added) {
    List<String> all = new ArrayList<>(args);
    all.addAll(added);
    return all.stream()
        .map(Repeat::quoted)
        .collect(Collectors.joining(" ", "./watertight ", ""))
        .stripTrailing();
  }

  private static String quoted(String arg) {
    return PLAIN.matcher(arg).matches() ? arg : "'" + arg.replace("'", "'\\''") + "'";
  }
}
