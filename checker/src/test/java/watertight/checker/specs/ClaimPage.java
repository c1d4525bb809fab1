package watertight.checker.specs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of one claim in specs/claims: a heading with its name, the statement, a list of fields,
 * and remarks.
 *
 * @param name the claim
 * @param statement its statement
 * @param fields the list, each field with its items
 */
record ClaimPage(String name, String statement, Map<String, List<String>> fields) {
  /** A known break as the page writes it. */
  record Break(String scenario, Set<String> away, int steps) {}

  private static final Pattern FIELD = Pattern.compile("- ([a-z]+):(.*)");
  private static final Pattern BREAK =
      Pattern.compile("(\\S+), (?:all guards in force|without (.+)): (\\d+) steps?");

  /** The pages of a file, in order. */
  static List<ClaimPage> pages(String text) {
    return text.lines()
        .filter(line -> line.startsWith("## "))
        .map(line -> page(line.substring(3), Markdown.section(text, line.substring(3))))
        .toList();
  }

  private static ClaimPage page(String name, List<String> lines) {
    List<String> statement = new ArrayList<>();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<String> items = List.of();
    for (String line : lines) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        items = new ArrayList<>();
        assertTrue(fields.put(field.group(1), items) == null, name + ": " + line);
        if (!field.group(2).isBlank()) {
          items.add(field.group(2).strip());
        }
      } else if (line.startsWith("  - ")) {
        items.add(line.strip().substring(2));
      } else if (line.startsWith("  ")) {
        items.add(items.removeLast() + " " + line.strip());
      } else if (fields.isEmpty() && !line.isBlank()) {
        statement.add(line);
      }
    }
    return new ClaimPage(name, String.join(" ", statement), fields);
  }

  /** The items of a field; none when it says so. */
  List<String> items(String field) {
    assertTrue(fields.containsKey(field), name + " has no " + field);
    List<String> items = fields.get(field);
    return items.equals(List.of("none")) ? List.of() : items;
  }

  String only(String field) {
    assertTrue(items(field).size() == 1, name + " has several of " + field);
    return items(field).getFirst();
  }

  /** What each guard does, by guard. */
  Map<String, String> guards() {
    return pairs("guards");
  }

  /** The file of each mutant, by the guards that it is without. */
  Map<String, String> mutants() {
    return pairs("mutants");
  }

  private Map<String, String> pairs(String field) {
    return items(field).stream()
        .map(item -> item.split(": ", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  List<Break> breaks() {
    return items("breaks").stream().map(this::breakOf).toList();
  }

  private Break breakOf(String item) {
    Matcher matcher = BREAK.matcher(item);
    assertTrue(matcher.matches(), name + ": " + item);
    return new Break(matcher.group(1), names(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }

  /** The names in a list with commas; none for null. */
  static Set<String> names(String list) {
    return list == null ? Set.of() : new TreeSet<>(List.of(list.split(", ")));
  }
}
