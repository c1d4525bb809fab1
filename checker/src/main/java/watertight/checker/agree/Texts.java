package watertight.checker.agree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Gives the names and paths of an instance their texts: the names of procfs are what the model has,
 * all others are letters.
 */
final class Texts implements UnaryOperator<String> {
  private static final List<String> MAGIC = List.of("root", "cwd");

  private final Facts facts;
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param procfs the directories of procfs that stand for tasks, in the order of the tasks
   * @param pids the numbers of these tasks
   */
  Texts(Facts facts, List<String> procfs, List<Integer> pids) {
    this.facts = facts;
    for (int i = 0; i < procfs.size(); i++) {
      texts.put(facts.one("d_name", procfs.get(i)), String.valueOf(pids.get(i)));
    }
    for (String magic : facts.atoms("Magic")) {
      String name = facts.one("d_name", magic);
      if (!texts.containsKey(name)) {
        texts.put(name, MAGIC.get((int) texts.values().stream().filter(MAGIC::contains).count()));
      }
    }
    char letter = 'a';
    for (String name : facts.atoms("Name")) {
      if (!texts.containsKey(name)) {
        texts.put(name, String.valueOf(letter++));
      }
    }
  }

  /** The texts of all names. */
  List<String> names() {
    return List.copyOf(texts.values());
  }

  /** The components of a path, as texts. */
  List<String> names(String path) {
    List<String> names = new ArrayList<>();
    for (String at = path; !facts.one("head", at).isEmpty(); at = facts.one("tail", at)) {
      String component = facts.one("head", at);
      names.add(
          switch (component) {
            case "Dot" -> ".";
            case "Dotdot" -> "..";
            default -> texts.getOrDefault(component, component);
          });
    }
    return names;
  }

  /** The text of a path. */
  String text(String path) {
    boolean absolute = facts.atoms("Absolute").contains(path);
    return (absolute ? "/" : "") + String.join("/", names(path));
  }

  /** The text of a name, or a path without its first slash in brackets. */
  @Override
  public String apply(String atom) {
    String name = texts.get(atom);
    if (name != null) {
      return name;
    }
    return atom.startsWith("Path$") ? PathAtoms.atom(names(atom)) : atom;
  }
}
