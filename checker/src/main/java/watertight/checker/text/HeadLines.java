package watertight.checker.text;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The lines of a file that begin with a keyword, each read by what belongs to its keyword. */
public final class HeadLines {
  private final Names<Consumer<Cursor>> keywords;
  private final Set<String> repeated;
  private final String once;
  private final Set<String> seen = new HashSet<>();

  /**
   * None is read yet.
   *
   * @param keywords what reads the rest of a line, by its first word
   * @param repeated the keywords of lines that may be there more than once
   * @param once what is expected of all others, in the words of an error
   */
  public HeadLines(Names<Consumer<Cursor>> keywords, Set<String> repeated, String once) {
    this.keywords = keywords;
    this.repeated = Set.copyOf(repeated);
    this.once = once;
  }

  /** Whether a line with this keyword was read. */
  public boolean has(String keyword) {
    return seen.contains(keyword);
  }

  /** Whether such a line starts here. */
  public boolean isNext(Cursor in) {
    return keywords.known().containsKey(in.peekWord());
  }

  /**
   * Reads a line.
   *
   * @throws InputError when it begins with no keyword, or is a second one where there is one
   */
  public void read(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    Consumer<Cursor> rest = keywords.read(in);
    String keyword = in.since(place);
    if (!seen.add(keyword) && !repeated.contains(keyword)) {
      throw in.error(place, "a second " + Cursor.shown(keyword), once);
    }
    rest.accept(in);
  }
}
