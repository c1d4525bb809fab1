package watertight.checker.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import watertight.model.linux.scenario.Goal;

/** Reads a goal: {@code attacker reads "/etc/motd"}. */
final class GoalParser {
  private static final Set<String> LATER = Set.of("executes", "becomes", "learns");

  private final List<String> parties;
  private final Optional<String> claim;

  /**
   * @param parties the names of the parties
   * @param claim the claim that the scenario is about
   */
  GoalParser(List<String> parties, Optional<String> claim) {
    this.parties = parties;
    this.claim = claim;
  }

  /** Reads the line from after {@code goal}. */
  Goal read(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = in.run(c -> Cursor.isWord(c) || c == '-');
    if (name.isEmpty()) {
      throw in.expected("the name of a party");
    }
    String party = Names.of("a party", parties, one -> one).meaning(in, place, name);
    Map<String, BiFunction<String, Cursor, Goal>> known = new LinkedHashMap<>();
    known.put("reads", (who, line) -> new Goal.Reads(who, WorldText.path(line)));
    known.put("writes", (who, line) -> new Goal.Writes(who, WorldText.path(line)));
    known.put("signals", (who, line) -> upon(who, Goal.Deed.SIGNALS, line));
    known.put("traces", (who, line) -> upon(who, Goal.Deed.TRACES, line));
    known.put("outlives", (who, line) -> upon(who, Goal.Deed.OUTLIVES, line));
    known.put("changes", GoalParser::changes);
    known.put("breaks", this::breaks);
    Goal goal = new Names<>("a goal", known, LATER).read(in).apply(party, in);
    in.expectEnd();
    return goal;
  }

  private static Goal upon(String party, Goal.Deed deed, Cursor in) {
    return new Goal.Upon(party, deed, Steps.letter(in));
  }

  /** Reads {@code hostname of A}. */
  private static Goal changes(String party, Cursor in) {
    for (String word : List.of("hostname", "of")) {
      if (!in.acceptWord(word)) {
        throw in.expected("\"" + word + "\"");
      }
    }
    return upon(party, Goal.Deed.RENAMES, in);
  }

  private Goal breaks(String party, Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = in.run(Cursor::isName);
    if (!claim.equals(Optional.of(name))) {
      in.back(place);
      throw in.expected("the scenario's own claim, " + claim.orElse("which it does not have"));
    }
    return new Goal.BreaksClaim(party, name);
  }
}
