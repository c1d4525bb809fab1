package watertight.checker.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import watertight.checker.verdict.Combined;

/** The results of {@code check} for CI systems: a test case for each claim. */
public final class JunitXml {
  private JunitXml() {}

  /** Writes the report whole, or leaves the file as it was. */
  public static void write(Path file, List<Combined> claims) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.writeString(file, text(claims));
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path fresh =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    try {
      Files.writeString(fresh, text(claims));
      move(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void move(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static String text(List<Combined> claims) {
    long failures = claims.stream().filter(claim -> !claim.ok()).count();
    String cases = claims.stream().map(JunitXml::testCase).collect(Collectors.joining());
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuite name="watertight" tests="%d" failures="%d" errors="0" skipped="0" time="%s">
    %s</testsuite>
    """
        .formatted(
            claims.size(),
            failures,
            seconds(claims.stream().mapToDouble(JunitXml::time).sum()),
            cases);
  }

  private static String testCase(Combined claim) {
    String name = claim.run().claim();
    String trace =
        claim.trace().map(one -> String.join("\n", TraceText.lines(one, Style.PLAIN))).orElse("");
    String content =
        claim.ok()
            ? trace.isEmpty() ? "" : "    <system-out>%s</system-out>\n".formatted(escaped(trace))
            : "    <failure type=\"%s\" message=\"%s\">%s</failure>\n"
                .formatted(claim.verdict().text(), escaped(message(claim)), escaped(trace));
    return "  <testcase classname=\"watertight.%s\" name=\"%s\" time=\"%s\">\n%s  </testcase>\n"
        .formatted(
            escaped(name.substring(0, Math.max(0, name.indexOf('/')))),
            escaped(name),
            seconds(time(claim)),
            content);
  }

  private static String message(Combined claim) {
    return "expected %s, is %s%s"
        .formatted(
            claim.run().expected().text(),
            claim.verdict().text(),
            claim.reason().map(reason -> ": " + reason).orElse(""));
  }

  private static double time(Combined claim) {
    return claim.evidence().stream().mapToDouble(one -> one.seconds().orElse(0)).sum();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /** The text without what XML gives a meaning, and without what it cannot hold. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '\uFFFD');
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= ' ' && c < 0xD800)
        || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
  }
}
