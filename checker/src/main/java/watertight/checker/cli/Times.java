package watertight.checker.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as they are typed: {@code 500ms}, {@code 60s}, {@code 2m}, {@code 1h}. */
final class Times {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");
  private static final Map<String, LongFunction<Duration>> UNITS =
      Map.of(
          "ms", Duration::ofMillis,
          "s", Duration::ofSeconds,
          "m", Duration::ofMinutes,
          "h", Duration::ofHours);

  private Times() {}

  /** The duration, or nothing when it is none. */
  static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(UNITS.get(form.group(2)).apply(Long.parseLong(form.group(1))));
  }
}
