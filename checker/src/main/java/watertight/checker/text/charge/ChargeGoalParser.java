package watertight.checker.text.charge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import watertight.checker.text.Cursor;
import watertight.checker.text.Names;
import watertight.model.charge.claim.ChargeGoal;

/** Reads a goal: {@code breaks memory/never-overcharged}, {@code granted g0 > 1}. */
final class ChargeGoalParser {
  private final Names<Function<Cursor, ChargeGoal>> goals;

  ChargeGoalParser(Operands operands) {
    Map<String, Function<Cursor, ChargeGoal>> known = new LinkedHashMap<>();
    known.put("breaks", ChargeGoalParser::breaks);
    known.put("granted", in -> new ChargeGoal.Granted(operands.group(in), above(in)));
    known.put("usage", in -> new ChargeGoal.Usage(operands.group(in), above(in)));
    known.put("refused", in -> new ChargeGoal.Refused(operands.group(in)));
    goals = Operands.names("a goal", known);
  }

  /** Reads the line from after {@code goal}. */
  ChargeGoal read(Cursor in) {
    ChargeGoal goal = goals.read(in).apply(in);
    in.expectEnd();
    return goal;
  }

  private static int above(Cursor in) {
    in.expect(">");
    return Operands.number(in);
  }

  private static ChargeGoal breaks(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = in.run(c -> Cursor.isWord(c) || c == '-' || c == '.' || c == '/');
    if (name.isEmpty()) {
      throw in.expected("the name of a claim about charging");
    }
    Names<String> claims = Names.of("a claim about charging", ChargeGoal.CLAIMS, one -> one);
    return new ChargeGoal.BreaksClaim(claims.meaning(in, place, name));
  }
}
