package watertight.checker.alloy;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.trace.HostcallReplay;
import watertight.checker.trace.HostcallTrace;
import watertight.checker.trace.Replayed;
import watertight.checker.verdict.EngineId;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.PlainCells;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.HostcallMachine;
import watertight.model.enclave.hostcall.Move;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Region;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.RememberedCell;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.Words;
import watertight.model.enclave.hostcall.claim.HostcallGoal;

/**
 * A counterexample of {@code specs/alloy/hostcall.als}, told in the host-call machine: each event
 * is a call with its answer, and afterwards what the enclave has must be what the specification
 * says.
 */
final class HostcallStory {
  private static final Words WORDS = new Words(8, 16, 15, 5);

  private final Counterexample found;
  private final List<String> pages = new ArrayList<>();

  private HostcallStory(Counterexample found) {
    this.found = found;
    AlloyState start = found.states().getFirst();
    Set<String> above = start.tuples("up").stream().map(List::getLast).collect(Collectors.toSet());
    Optional<String> page =
        start.atoms("Page").stream().filter(one -> !above.contains(one)).findFirst();
    while (page.isPresent()) {
      pages.add(page.get());
      page = start.of("up", page.get()).stream().map(List::getFirst).findFirst();
    }
  }

  /** Plays it with these guards away. */
  static Replayed replay(String claim, Counterexample found, Set<Guard> without) {
    return new HostcallStory(found).play(claim, Guards.all().without(without));
  }

  /** The first page is the second of memory: nothing lies at 0. */
  private long address(String page) {
    return WORDS.page() * (1 + pages.indexOf(page));
  }

  private List<String> inOrder(Collection<String> some) {
    return some.stream().sorted(Comparator.comparing(pages::indexOf)).toList();
  }

  private List<String> enclaves(AlloyState state, String field) {
    return inOrder(state.tuples(field).stream().map(List::getLast).toList());
  }

  private Range range(List<String> row) {
    return row.isEmpty()
        ? new Range(0, 0)
        : new Range(address(row.getFirst()), WORDS.page() * row.size());
  }

  private Replayed play(String claim, Guards guards) {
    AlloyState start = found.states().getFirst();
    Range enclave = range(enclaves(start, "protected"));
    Remembered knew = Remembered.NOTHING.withLive(live(start));
    for (String end : enclaves(start, "end")) {
      knew = knew.withBreak(address(end));
    }
    List<HostCall> program = found.steps().stream().map(this::call).toList();
    Situation situation =
        new Situation(
            new Picture(WORDS, enclave, List.of(new Region("enclave", enclave))),
            knew,
            program,
            Set.of(RET),
            false);
    HostcallScenario scenario =
        new HostcallScenario(
            "a counterexample of the specification",
            Optional.of(claim),
            situation,
            HostcallGoal.HARM,
            Set.of());
    return play(scenario, guards);
  }

  private List<Range> live(AlloyState state) {
    return enclaves(state, "given").stream().map(page -> range(List.of(page))).toList();
  }

  private Replayed play(HostcallScenario scenario, Guards guards) {
    HostcallMachine machine = new HostcallMachine(scenario.situation(), guards);
    PlainCells state = PlainCells.empty();
    machine.start(state);
    List<Move> moves = new ArrayList<>();
    for (AlloyStep step : found.steps()) {
      for (Move move : moves(step, state)) {
        PlainCells after = state.copy();
        if (!machine.step(move, after).taken()) {
          if (move instanceof Move.Consume) {
            return new Replayed.Differs(step.call() + ": the model refuses the answer");
          }
          continue;
        }
        state = after;
        moves.add(move);
      }
      Optional<Replayed> end =
          HostcallReplay.of(EngineId.ALLOY.text(), scenario, moves, guards)
              .map(Replayed.Reached::new);
      if (end.isPresent()) {
        return end.get();
      }
      Optional<String> how = differ(found.after(step), state.get(new RememberedCell()));
      if (how.isPresent()) {
        return new Replayed.Differs(step.call() + ": " + how.get());
      }
    }
    return new Replayed.NotReached(
        HostcallTrace.build(EngineId.ALLOY.text(), scenario, guards, moves, false));
  }

  /** Asks, has the host say what the specification says, checks, uses. */
  private List<Move> moves(AlloyStep step, PlainCells state) {
    return List.of(
        new Move.Ask(),
        new Move.Answer(RET, result(step, state.get(new RememberedCell()))),
        new Move.Check(),
        new Move.Consume());
  }

  private long result(AlloyStep step, Remembered knew) {
    List<String> got = enclaves(found.before(step), "got");
    return switch (step.call()) {
      case "Munmap" -> 0;
      case "Grow" -> knew.breakAt().orElseThrow() + WORDS.page() * got.size();
      default -> range(got).start();
    };
  }

  private HostCall call(AlloyStep step) {
    Range old = range(enclaves(found.before(step), "old"));
    Range got = range(enclaves(found.before(step), "got"));
    return switch (step.call()) {
      case "Mmap" -> call(CallName.MMAP, Fields.NONE.with(SIZE, got.length()));
      case "Fixed" ->
          call(
              CallName.MMAP,
              Fields.NONE
                  .with(ADDR, old.start())
                  .with(SIZE, got.length())
                  .with(FLAGS, Constants.MAP_FIXED));
      case "Munmap" -> call(CallName.MUNMAP, whole(ADDR, old).with(SIZE, old.length()));
      case "Mremap" ->
          call(
              CallName.MREMAP,
              whole(ADDR, old)
                  .with(OLD_SIZE, old.length())
                  .with(SIZE, got.length())
                  .with(FLAGS, Constants.MREMAP_MAYMOVE));
      case "Grow" -> call(CallName.BRK, Fields.NONE.with(GROW, got.length()));
      default -> throw new IllegalStateException("no call is " + step.call());
    };
  }

  private static Fields whole(Field field, Range range) {
    return Fields.NONE.with(field, range.start());
  }

  private static HostCall call(CallName name, Fields arguments) {
    return new HostCall(name, arguments);
  }

  /** What the enclave has in the model and not in the specification, or the other way round. */
  private Optional<String> differ(AlloyState there, Remembered here) {
    Set<Long> given = new TreeSet<>();
    enclaves(there, "given").forEach(page -> given.add(address(page)));
    Set<Long> live = new TreeSet<>();
    for (Range range : here.live()) {
      for (long at = 0; at < range.length(); at += WORDS.page()) {
        live.add(range.start() + at);
      }
    }
    return given.equals(live)
        ? Optional.empty()
        : Optional.of("given %s in the specification, %s in the model".formatted(given, live));
  }
}
