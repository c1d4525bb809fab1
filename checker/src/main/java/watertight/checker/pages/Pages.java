package watertight.checker.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The pages on the class path. */
public final class Pages {
  private Pages() {}

  /** The page of a claim. */
  public static Optional<ClaimPage> of(String claim) {
    String system = claim.substring(0, claim.indexOf('/'));
    return read("claims/" + system + ".md").stream()
        .flatMap(text -> ClaimPage.pages(text).stream())
        .filter(page -> page.name().equals(claim))
        .findFirst();
  }

  /** What is not modelled, by the section of LIMITS.md that has this heading. */
  public static List<String> limits(String heading) {
    return Markdown.items(read("LIMITS.md").orElseThrow(), heading);
  }

  private static Optional<String> read(String name) {
    try (InputStream in = Pages.class.getResourceAsStream("/specs/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
