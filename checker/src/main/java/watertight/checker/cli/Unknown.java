package watertight.checker.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import watertight.checker.text.Nearest;

/** What is said about a name that nothing has. */
final class Unknown {
  private Unknown() {}

  /** That there is no such name, and which are near. */
  static String message(String kind, String name, Collection<String> known) {
    List<String> near = Nearest.to(name, known);
    String hint =
        near.isEmpty()
            ? ""
            : near.stream()
                .map(one -> '"' + one + '"')
                .collect(Collectors.joining(" or ", "; did you mean ", "?"));
    return "there is no %s \"%s\"%s".formatted(kind, name, hint);
  }
}
