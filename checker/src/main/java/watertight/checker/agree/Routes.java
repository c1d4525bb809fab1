package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.Caller;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.Resolved;

/** Finds a path that leads a task to a place, as its calls need one. */
final class Routes {
  private static final int LONGEST = 2;

  private Routes() {}

  /** A path of a few components that leads to {@code place}, or null. */
  static @Nullable String to(Caller c, Path place, List<String> names) {
    if (c.cwd().equals(place)) {
      return ".";
    }
    if (c.root().equals(place)) {
      return "/";
    }
    List<String> steps = new ArrayList<>(names);
    steps.add("..");
    List<String> texts = new ArrayList<>(List.of("", "/"));
    for (int length = 0; length < LONGEST; length++) {
      List<String> longer = new ArrayList<>();
      for (String text : texts) {
        for (String step : steps) {
          longer.add(text.isEmpty() || text.equals("/") ? text + step : text + "/" + step);
        }
      }
      for (String text : longer) {
        if (Resolved.following(c, text) instanceof Resolved.Found(Path found)
            && found.equals(place)) {
          return text;
        }
      }
      texts = longer;
    }
    return null;
  }
}
