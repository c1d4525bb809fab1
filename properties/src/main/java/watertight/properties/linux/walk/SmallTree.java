package watertight.properties.linux.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import watertight.model.linux.world.WorldLine;

/**
 * A directory of a small tree.
 *
 * @param entries what is behind each name
 */
public record SmallTree(SortedMap<String, Node> entries) {
  /** What a name leads to. */
  public sealed interface Node {}

  /** A directory. */
  public record Directory(SmallTree tree) implements Node {}

  /** A symbolic link. */
  public record Link(String target) implements Node {}

  public SmallTree {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** The lines of a world that make this tree below its root. */
  public List<WorldLine> lines() {
    List<WorldLine> lines = new ArrayList<>();
    addLines("", lines);
    return lines;
  }

  private void addLines(String above, List<WorldLine> lines) {
    entries.forEach(
        (name, node) -> {
          String path = above + "/" + name;
          switch (node) {
            case Directory(SmallTree tree) -> {
              lines.add(new WorldLine.Dir(path));
              tree.addLines(path, lines);
            }
            case Link(String target) -> lines.add(new WorldLine.Symlink(path, target));
          }
        });
  }

  /** The names of all directories from the root, which is {@code /}, on. */
  public List<String> directories() {
    List<String> names = new ArrayList<>(List.of("/"));
    addDirectories("", names);
    return names;
  }

  private void addDirectories(String above, List<String> names) {
    entries.forEach(
        (name, node) -> {
          if (node instanceof Directory(SmallTree tree)) {
            names.add(above + "/" + name);
            tree.addDirectories(above + "/" + name, names);
          }
        });
  }
}
