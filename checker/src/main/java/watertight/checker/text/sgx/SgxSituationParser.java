package watertight.checker.text.sgx;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import watertight.checker.text.Cursor;
import watertight.checker.text.HeadLines;
import watertight.checker.text.Heading;
import watertight.checker.text.Names;
import watertight.checker.text.Nearest;
import watertight.checker.text.Source;
import watertight.checker.text.machine.ScopeDepths;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.Party;
import watertight.model.enclave.sgx.Power;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.World;
import watertight.model.enclave.sgx.claim.SgxScenario;
import watertight.model.enclave.sgx.claim.SgxScenarios;

/** Reads scenarios of the SGX machine. */
public final class SgxSituationParser {
  private static final Set<String> REPEATED = Set.of("party", "without", "scope");
  private static final List<String> CLAIMS =
      SgxScenarios.all().stream().map(SgxScenario::claim).distinct().toList();
  private final Source source;
  private final Heading heading = new Heading(SgxLitmusParser.GUARDS);
  private final WorldLines world = new WorldLines();
  private final Operands operands = new Operands(world);
  private final Set<Power> may = EnumSet.noneOf(Power.class);
  private final ScopeDepths depths = new ScopeDepths();
  private final HeadLines head;
  private Optional<List<Long>> addresses = Optional.empty();
  private Optional<List<Frame>> frames = Optional.empty();
  private List<String> values = List.of("0", "1");
  private Optional<String> goal = Optional.empty();
  private boolean inWorld;

  private SgxSituationParser(Source source) {
    this.source = source;
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("machine", in -> Heading.machine(in, SgxLitmusParser.MACHINE));
    known.put("claim", heading::claim);
    known.put("world", this::world);
    known.put("party", this::party);
    known.put("addresses", in -> addresses = Optional.of(list(in, () -> Operands.page(in))));
    known.put("frames", in -> frames = Optional.of(list(in, () -> new Frame(operands.frame(in)))));
    known.put("values", in -> values = list(in, () -> Operands.bytes(in)));
    known.put("goal", this::goal);
    known.put("without", heading::without);
    known.put("scope", depths::read);
    head =
        new HeadLines(
            Operands.names("a line of a scenario", known), REPEATED, "each such line once");
  }

  /**
   * Reads a text.
   *
   * @throws watertight.checker.text.InputError when it is no scenario of this machine
   */
  public static SgxSituation parse(Source source) {
    return new SgxSituationParser(source).parse();
  }

  private SgxSituation parse() {
    heading.read(source, "scenario", this::line);
    for (String needed : List.of("machine", "world", "party")) {
      if (!head.has(needed)) {
        throw source.endsBefore('"' + needed + '"');
      }
    }
    String claim = goal.or(heading::claim).orElseThrow(() -> source.endsBefore("a goal"));
    if (!CLAIMS.contains(claim)) {
      throw source.endsBefore("a goal, since " + claim + " is no claim about SGX");
    }
    World there = world.world();
    Powers usual = Powers.of(there, may, values);
    Powers powers =
        new Powers(may, addresses.orElse(usual.addresses()), frames.orElse(usual.frames()), values);
    return new SgxSituation(heading.title(), claim, there, powers, heading.without(), depths.all());
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
    Party party = Names.of("a party", List.of(Party.values()), Party::text).read(in);
    if (!in.acceptWord("may")) {
      throw in.expected("\"may\" and what it may do");
    }
    List<Power> own =
        EnumSet.allOf(Power.class).stream().filter(power -> power.party() == party).toList();
    do {
      may.add(Names.of("what it may do", own, Power::word).read(in));
    } while (in.accept(","));
    in.expectEnd();
  }

  private static <T> List<T> list(Cursor in, Supplier<T> one) {
    List<T> all = new ArrayList<>();
    do {
      all.add(one.get());
    } while (in.accept(","));
    in.expectEnd();
    return all;
  }

  private void goal(Cursor in) {
    if (!in.acceptWord("breaks")) {
      throw in.expected("\"breaks\" and a claim");
    }
    in.skipBlanks();
    int place = in.at();
    String claim = in.run(Cursor::isName);
    if (!CLAIMS.contains(claim)) {
      throw in.error(place, Cursor.shown(claim), "a claim about SGX", Nearest.to(claim, CLAIMS));
    }
    in.expectEnd();
    goal = Optional.of(claim);
  }
}
