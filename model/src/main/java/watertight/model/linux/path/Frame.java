package watertight.model.linux.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Renaming;

/**
 * Path text on the way: the components not yet walked.
 *
 * @param link the link whose text this is, or null for the path that the caller gave
 * @param names the components left
 * @param trailingSlash whether slashes follow the last one
 */
public record Frame(TreeDentry link, List<String> names, boolean trailingSlash) {
  public Frame {
    names = List.copyOf(names);
  }

  static Frame of(TreeDentry link, String text) {
    List<String> names = new ArrayList<>(Arrays.asList(text.split("/")));
    names.removeIf(String::isEmpty);
    return new Frame(link, names, !names.isEmpty() && text.endsWith("/"));
  }

  String first() {
    return names.get(0);
  }

  Frame rest() {
    return new Frame(link, names.subList(1, names.size()), trailingSlash);
  }

  void eachRef(Consumer<Ref> visitor) {
    if (link != null) {
      visitor.accept(link);
    }
  }

  Frame renamed(Renaming renaming) {
    return new Frame(renaming.of(link), names, trailingSlash);
  }
}
