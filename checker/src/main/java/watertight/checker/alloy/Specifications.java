package watertight.checker.alloy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The specifications on the class path, each parsed once when it is needed first. */
final class Specifications {
  private static final Pattern OPENS = Pattern.compile("(?m)^open (\\w+)");
  private static final Map<String, AlloySpec> PARSED = new ConcurrentHashMap<>();

  private Specifications() {}

  /** Whether a specification has a check of this claim. Does not parse it. */
  static boolean check(String claim) {
    return text(AlloyNames.module(claim))
        .filter(text -> text.contains("\n" + AlloyNames.predicate(claim) + ": check "))
        .isPresent();
  }

  /** The specification with a claim's predicate. */
  static AlloySpec of(String claim) {
    return PARSED.computeIfAbsent(AlloyNames.module(claim), Specifications::parsed);
  }

  private static AlloySpec parsed(String module) {
    Map<String, String> texts = new LinkedHashMap<>();
    collect(module, texts);
    return AlloyLibrary.of(texts).load(module);
  }

  private static void collect(String module, Map<String, String> texts) {
    if (texts.containsKey(module)) {
      return;
    }
    String text =
        text(module).orElseThrow(() -> new IllegalStateException("no specification " + module));
    texts.put(module, text);
    OPENS
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(opened -> collect(opened, texts));
  }

  private static Optional<String> text(String module) {
    String resource = "/specs/alloy/" + module + ".als";
    try (InputStream in = Specifications.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
