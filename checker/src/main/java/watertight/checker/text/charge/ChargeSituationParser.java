package watertight.checker.text.charge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import watertight.checker.text.Cursor;
import watertight.checker.text.HeadLines;
import watertight.checker.text.Heading;
import watertight.checker.text.InputError;
import watertight.checker.text.Source;
import watertight.checker.text.machine.ScopeDepths;
import watertight.model.charge.claim.ChargeGoal;

/** Reads scenarios of the charge machine. */
public final class ChargeSituationParser {
  private static final Set<String> REPEATED = Set.of("party", "without", "scope");

  private final Source source;
  private final Heading heading = new Heading(ChargeLitmusParser.GUARDS);
  private final WorkloadParser world = new WorkloadParser(false);
  private final List<String> parties = new ArrayList<>();
  private final ScopeDepths depths = new ScopeDepths();
  private final HeadLines head;
  private Optional<Cursor> goal = Optional.empty();
  private boolean inWorld;

  private ChargeSituationParser(Source source) {
    this.source = source;
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("machine", in -> Heading.machine(in, ChargeLitmusParser.MACHINE));
    known.put("claim", heading::claim);
    known.put("world", this::world);
    known.put("party", this::party);
    known.put("goal", in -> goal = Optional.of(in));
    known.put("without", heading::without);
    known.put("scope", depths::read);
    head =
        new HeadLines(
            Operands.names("a line of a scenario", known), REPEATED, "each such line once");
  }

  /**
   * Reads a text.
   *
   * @throws InputError when it is no scenario of this machine
   */
  public static ChargeSituation parse(Source source) {
    return new ChargeSituationParser(source).parse();
  }

  private ChargeSituation parse() {
    heading.read(source, "scenario", this::line);
    if (!head.has("machine")) {
      throw source.endsBefore("\"machine\"");
    }
    if (parties.isEmpty()) {
      throw source.endsBefore("a party");
    }
    return new ChargeSituation(
        heading.title(),
        heading.claim(),
        world.workload(source),
        parties,
        goal(),
        heading.without(),
        depths.all());
  }

  private void line(Cursor in) {
    if (inWorld && !head.isNext(in)) {
      world.read(in);
    } else {
      inWorld = false;
      head.read(in);
    }
  }

  private void world(Cursor in) {
    in.expectEnd();
    inWorld = true;
  }

  private void party(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = Operands.name(in);
    if (name.isEmpty()) {
      throw in.expected("the name of a party, such as worker");
    }
    if (parties.contains(name)) {
      throw in.error(place, "a second party " + Cursor.shown(name), "each party once");
    }
    if (!in.acceptWord("task")) {
      throw in.expected("\"task\"");
    }
    world.task(in);
    in.expectEnd();
    parties.add(name);
  }

  private ChargeGoal goal() {
    ChargeGoalParser parser = new ChargeGoalParser(world.operands());
    if (goal.isPresent()) {
      return parser.read(goal.get());
    }
    if (heading.claim().isEmpty()) {
      throw source.endsBefore("a goal, or a claim");
    }
    String claim = heading.claim().get();
    if (!ChargeGoal.CLAIMS.contains(claim)) {
      throw source.endsBefore("a goal, since " + claim + " is no claim about charging");
    }
    return new ChargeGoal.BreaksClaim(claim);
  }
}
