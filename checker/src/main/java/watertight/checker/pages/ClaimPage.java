package watertight.checker.pages;

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
 * @param remarks what stands below the list, a paragraph each
 */
public record ClaimPage(
    String name, String statement, Map<String, List<String>> fields, List<String> remarks) {
  /** A known break as the page writes it. */
  public record Break(String scenario, Set<String> away, int steps) {}

  private static final Pattern FIELD = Pattern.compile("- ([a-z]+):(.*)");
  private static final Pattern BREAK =
      Pattern.compile("(\\S+), (?:all guards in force|without (.+)): (\\d+) steps?");

  /** The pages of a file, in order. */
  public static List<ClaimPage> pages(String text) {
    return text.lines()
        .filter(line -> line.startsWith("## "))
        .map(line -> page(line.substring(3), Markdown.section(text, line.substring(3))))
        .toList();
  }

  private static ClaimPage page(String name, List<String> lines) {
    List<String> statement = new ArrayList<>();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<String> items = List.of();
    StringBuilder remarks = new StringBuilder();
    for (String line : lines) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        items = new ArrayList<>();
        require(fields.put(field.group(1), items) == null, name + ": " + line);
        if (!field.group(2).isBlank()) {
          items.add(field.group(2).strip());
        }
      } else if (line.startsWith("  - ")) {
        items.add(line.strip().substring(2));
      } else if (line.startsWith("  ")) {
        items.add(items.removeLast() + " " + line.strip());
      } else if (fields.isEmpty() && !line.isBlank()) {
        statement.add(line);
      } else if (!fields.isEmpty()) {
        remarks.append(line.isBlank() ? "\n" : line + " ");
      }
    }
    return new ClaimPage(name, String.join(" ", statement), fields, paragraphs(remarks.toString()));
  }

  private static List<String> paragraphs(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static void require(boolean met, String what) {
    if (!met) {
      throw new IllegalStateException("a claim's page is not as it should be: " + what);
    }
  }

  /** The items of a field; none when it says so. */
  public List<String> items(String field) {
    require(fields.containsKey(field), name + " has no " + field);
    List<String> items = fields.get(field);
    return items.equals(List.of("none")) ? List.of() : items;
  }

  /** The one item of a field. */
  public String only(String field) {
    require(items(field).size() == 1, name + " has several of " + field);
    return items(field).getFirst();
  }

  /** What each guard does, by guard. */
  public Map<String, String> guards() {
    return pairs("guards");
  }

  /** The file of each mutant, by the guards that it is without. */
  public Map<String, String> mutants() {
    return pairs("mutants");
  }

  private Map<String, String> pairs(String field) {
    return items(field).stream()
        .map(item -> item.split(": ", 2))
        .collect(
            Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> a, LinkedHashMap::new));
  }

  /** The known breaks. */
  public List<Break> breaks() {
    return items("breaks").stream().map(this::breakOf).toList();
  }

  private Break breakOf(String item) {
    Matcher matcher = BREAK.matcher(item);
    require(matcher.matches(), name + ": " + item);
    return new Break(matcher.group(1), names(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }

  /** The names in a list with commas; none for null. */
  public static Set<String> names(String list) {
    return list == null ? Set.of() : new TreeSet<>(List.of(list.split(", ")));
  }
}
