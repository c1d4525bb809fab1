package watertight.checker.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where results and messages go, and whether somebody looks at them there. */
public final class Terminal {
  private static final String ERASE_LINE = "\r\u001b[K";
  private final PrintStream out;
  private final PrintStream err;
  private final boolean watched;
  private final Style style;
  private boolean statusShown;

  /**
   * @param out takes the results, and nothing else
   * @param err takes progress and messages
   * @param watched whether {@code err} is a terminal
   * @param style how results are set off
   */
  public Terminal(PrintStream out, PrintStream err, boolean watched, Style style) {
    this.out = out;
    this.err = err;
    this.watched = watched;
    this.style = style;
  }

  /** The streams of this process. */
  public static Terminal ofProcess() {
    String noColour = System.getenv("NO_COLOR");
    boolean colour = isTerminal(1) && (noColour == null || noColour.isEmpty());
    return new Terminal(System.out, System.err, isTerminal(2), colour ? Style.COLOUR : Style.PLAIN);
  }

  /** What procfs says of a descriptor; where there is no procfs, nobody looks. */
  private static boolean isTerminal(int fd) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException none) {
      return false;
    }
  }

  /** How results are set off. */
  public Style style() {
    return style;
  }

  /** Whether somebody sees the progress as it goes. */
  public boolean isWatched() {
    return watched;
  }

  /** Results. */
  public synchronized void print(List<String> lines) {
    clearStatus();
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    out.print(text);
    out.flush();
  }

  /** A message for whoever started the program. */
  public synchronized void say(String message) {
    clearStatus();
    err.println(message);
    err.flush();
  }

  /** How far things are; on a terminal the next one replaces it. */
  synchronized void status(String text) {
    if (watched) {
      err.print(ERASE_LINE + text);
      statusShown = true;
    } else {
      err.println(text);
    }
    err.flush();
  }

  synchronized void clearStatus() {
    if (statusShown) {
      err.print(ERASE_LINE);
      err.flush();
      statusShown = false;
    }
  }
}
