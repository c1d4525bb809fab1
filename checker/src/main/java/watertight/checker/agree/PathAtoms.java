package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;

/** Names and paths as atoms: a name is its text, a path its text in angle brackets. */
final class PathAtoms {
  private PathAtoms() {}

  /** The components of a text. */
  static List<String> names(String text) {
    List<String> names = new ArrayList<>(List.of(text.split("/")));
    names.removeIf(String::isEmpty);
    return names;
  }

  /** The text of a path atom. */
  static String text(String atom) {
    return atom.substring(1, atom.length() - 1);
  }

  /** The atom of a path that is not absolute. */
  static String atom(List<String> names) {
    return "<" + String.join("/", names) + ">";
  }

  /** Adds a path with all that is left of it later, and gives its atom. */
  static String add(Facts facts, boolean absolute, List<String> names) {
    String rest = names.size() > 1 ? add(facts, false, names.subList(1, names.size())) : null;
    String atom = absolute ? "</" + String.join("/", names) + ">" : atom(names);
    facts.add("Path", atom);
    if (absolute) {
      facts.add("Absolute", atom);
    }
    if (!names.isEmpty()) {
      facts.add("head", atom, component(facts, names.get(0)));
    }
    if (rest != null) {
      facts.add("tail", atom, rest);
    }
    return atom;
  }

  /** The atom of a component. */
  static String component(Facts facts, String name) {
    return switch (name) {
      case "." -> "Dot";
      case ".." -> "Dotdot";
      default -> {
        facts.add("Name", name);
        yield name;
      }
    };
  }
}
