package watertight.checker.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/** Reads scenario files. */
public final class ScenarioParser {
  private static final Set<String> REPEATED = Set.of("party", "may", "without", "scope");

  private final Source source;
  private final Heading heading;
  private final WorldParser world = new WorldParser();
  private final List<PartyParser> parties = new ArrayList<>();
  private final ScopeText scopes = new ScopeText();
  private final HeadLines head;
  private boolean inWorld;
  private @Nullable Cursor goal;

  private ScenarioParser(Source source, GuardNames guards) {
    this.source = source;
    this.heading = new Heading(guards);
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("claim", heading::claim);
    known.put("world", this::world);
    known.put("party", this::party);
    known.put("may", this::may);
    known.put("goal", in -> goal = in);
    known.put("without", heading::without);
    known.put("scope", scopes::read);
    known.put("machine", Heading::noMachine);
    head =
        new HeadLines(
            new Names<>("a line of a scenario", known, Set.of("observer", "schedule")),
            REPEATED,
            "each such line once");
  }

  /**
   * Reads a file.
   *
   * @throws InputError when it cannot be read, or is no scenario
   */
  public static ScenarioFile parse(Path file, GuardNames guards) {
    return parse(Source.read(file), guards);
  }

  /**
   * Reads a text.
   *
   * @throws InputError when it is no scenario
   */
  public static ScenarioFile parse(Source source, GuardNames guards) {
    return new ScenarioParser(source, guards).parse();
  }

  private ScenarioFile parse() {
    heading.read(source, "scenario", this::line);
    if (parties.isEmpty()) {
      throw source.endsBefore("a party");
    }
    if (last().goesOn()) {
      throw source.endsBefore("the next call");
    }
    return new ScenarioFile(source.file(), scenario());
  }

  private void line(Cursor in) {
    if (!parties.isEmpty() && last().goesOn()) {
      last().may(in);
    } else if (in.looksAt("[") && !parties.isEmpty()) {
      last().step(in);
    } else if (inWorld && !head.isNext(in)) {
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

  private PartyParser last() {
    return parties.getLast();
  }

  private void party(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    PartyParser party = PartyParser.start(in);
    if (parties.stream().anyMatch(other -> other.name().equals(party.name()))) {
      throw in.error(place, "a second party " + Cursor.shown(party.name()), "each party once");
    }
    if (parties.stream().anyMatch(other -> other.task().task().equals(party.task().task()))) {
      throw in.error(place, "a second party with task " + party.task().task(), "a task of its own");
    }
    parties.add(party);
  }

  private void may(Cursor in) {
    if (parties.isEmpty()) {
      throw in.error(0, "\"may\"", "a party before it");
    }
    last().may(in);
  }

  private Scenario scenario() {
    List<Party> made = parties.stream().map(PartyParser::party).toList();
    Scenario scenario =
        new Scenario(
            heading.title(),
            heading.claim(),
            world.world(),
            made,
            goal(made),
            heading.without(),
            scopes.scopes());
    checkWorld();
    return scenario;
  }

  /** The tasks of the parties come after the lines of the world. */
  private void checkWorld() {
    List<WorldLine> lines = new ArrayList<>(world.world().lines());
    List<Place> places = new ArrayList<>(world.places());
    for (PartyParser party : parties) {
      lines.add(party.task());
      places.add(party.place());
    }
    Place.check(new World(lines), places);
  }

  private Goal goal(List<Party> made) {
    if (goal != null) {
      return new GoalParser(made.stream().map(Party::name).toList(), heading.claim()).read(goal);
    }
    if (heading.claim().isEmpty()) {
      throw source.endsBefore("a goal, or a claim");
    }
    return usualGoal(made, heading.claim().get());
  }

  /** The goal of a scenario that names a claim and no goal: the first free party breaks it. */
  static Goal usualGoal(List<Party> parties, String claim) {
    Party party =
        parties.stream()
            .filter(one -> one instanceof Party.Free)
            .findFirst()
            .orElse(parties.getFirst());
    return new Goal.BreaksClaim(party.name(), claim);
  }
}
