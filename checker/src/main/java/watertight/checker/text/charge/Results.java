package watertight.checker.text.charge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watertight.checker.text.Cursor;
import watertight.checker.text.Names;
import watertight.checker.text.Numbers;
import watertight.model.charge.Groups;

/**
 * What a step may return.
 *
 * @param words these words
 * @param number whether a number
 * @param limit whether a limit: a number, or {@code max}
 * @param after the words that may stand after the number and a comma
 */
record Results(List<String> words, boolean number, boolean limit, List<String> after) {
  static Results words(String... words) {
    return new Results(List.of(words), false, false, List.of());
  }

  static Results aNumber() {
    return new Results(List.of(), true, false, List.of());
  }

  static Results aLimit() {
    return new Results(List.of("max"), true, true, List.of());
  }

  Results then(String... words) {
    return new Results(this.words, number, limit, List.of(words));
  }

  /** Reads one result. */
  String read(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    if (number && Numbers.next(in)) {
      return number(in) + after(in);
    }
    String word = in.word();
    if (word.isEmpty()) {
      throw in.expected(expectation());
    }
    String all = meaning(in, place, word);
    int blank = all.indexOf(' ');
    if (blank > 0 && !in.acceptWord(all.substring(blank + 1))) {
      throw in.expected('"' + all.substring(blank + 1) + '"');
    }
    return all.equals("max") ? all + after(in) : all;
  }

  private String number(Cursor in) {
    return limit ? Groups.shown(Operands.limit(in)) : Integer.toString(Operands.number(in));
  }

  private String after(Cursor in) {
    if (after.isEmpty() || !in.accept(",")) {
      return "";
    }
    return ", " + Names.of("what came of it", after, word -> word).read(in);
  }

  private String meaning(Cursor in, int place, String word) {
    Map<String, String> known = new LinkedHashMap<>();
    words.forEach(one -> known.put(one.split(" ")[0], one));
    return Operands.names(expectation(), known).meaning(in, place, word);
  }

  private String expectation() {
    String result = number ? "a number" : "a result";
    return words.isEmpty() ? result : result + (number ? " or max" : "");
  }
}
