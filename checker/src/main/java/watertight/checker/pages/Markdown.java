package watertight.checker.pages;

import java.util.ArrayList;
import java.util.List;

/** What is needed of Markdown: sections and the items of lists, code marks left out. */
public final class Markdown {
  private Markdown() {}

  /** The lines of the section with this heading, up to the next one. */
  public static List<String> section(String text, String heading) {
    List<String> lines = text.lines().toList();
    int start = lines.indexOf("## " + heading);
    if (start < 0) {
      throw new IllegalStateException("no section " + heading);
    }
    List<String> section = new ArrayList<>();
    for (int i = start + 1; i < lines.size() && !lines.get(i).startsWith("## "); i++) {
      section.add(lines.get(i).replace("`", ""));
    }
    return section;
  }

  /** The items of a section's list, each on one line. */
  public static List<String> items(String text, String heading) {
    List<String> items = new ArrayList<>();
    for (String line : section(text, heading)) {
      if (line.startsWith("- ")) {
        items.add(line.substring(2));
      } else if (line.startsWith("  ") && !items.isEmpty()) {
        items.add(items.removeLast() + " " + line.strip());
      }
    }
    return items;
  }
}
