package watertight.checker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watertight.checker.explore.Exploration;
import watertight.checker.explore.Explorer;
import watertight.checker.explore.Limits;
import watertight.checker.explore.PlainExplorer;
import watertight.checker.explore.Reductions;
import watertight.checker.trace.TraceStep;
import watertight.model.Cell;
import watertight.model.Cells;
import watertight.model.Domain;
import watertight.model.Family;
import watertight.model.Machine;
import watertight.model.Pairing;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.TwoRuns;
import watertight.model.enclave.sgx.SgxChoices;

/** Claims about two runs, on a machine of two cells: one is secret, one is public. */
class TwoRunsTest {
  enum Place implements Cell<Integer> {
    SECRET,
    PUBLIC,
    COUNT;

    @Override
    public Integer absent() {
      return 0;
    }
  }

  enum Move {
    COUNT,
    COPY,
    COPY_WHEN_THREE
  }

  record Number(int value) implements Result.Answer {}

  /** A machine with a secret from 0 to 1. */
  record Leaky(int secret, List<Move> moves) implements Machine<Move> {
    @Override
    public void start(Cells cells) {
      cells.set(Place.SECRET, secret);
    }

    @Override
    public List<Family<Move>> families() {
      return List.of(new Family<>("m", List.of(Domain.of(moves)), in -> (Move) in[0]));
    }

    @Override
    public Result step(Move move, Cells cells) {
      int count = cells.get(Place.COUNT);
      switch (move) {
        case COUNT -> cells.set(Place.COUNT, Math.min(3, count + 1));
        case COPY -> cells.set(Place.PUBLIC, cells.get(Place.SECRET));
        case COPY_WHEN_THREE ->
            cells.set(Place.PUBLIC, count == 3 ? cells.get(Place.SECRET) : Integer.valueOf(0));
      }
      return new Result.Returned(new Number(0));
    }
  }

  record Pair(List<Move> moves, int other) implements Pairing<Move> {
    @Override
    public Machine<Move> first() {
      return new Leaky(0, moves);
    }

    @Override
    public Machine<Move> second() {
      return new Leaky(other, moves);
    }

    @Override
    public Optional<Move> follows(TwoRuns.Step<Move> step, Result result, Cells first) {
      return Optional.of(step.action());
    }

    @Override
    public Object sees(Move action, Result result, Cells after) {
      return after.get(Place.PUBLIC);
    }

    @Override
    public boolean tells(TwoRuns.Step<Move> step, TwoRuns.Both<Move> both) {
      return step.action() != Move.COUNT;
    }
  }

  private static Exploration<TwoRuns.Step<Move>> explored(int other, Move... moves) {
    TwoRuns<Move> runs = new TwoRuns<>(new Pair(List.of(moves), other));
    return Explorer.explore(
        runs, runs.seenAlike(), runs.nothingToTell(), Reductions.ALL, Limits.depth(9));
  }

  @Test
  void aSecretThatIsCopiedIsSeenAtOnce() {
    assertEquals(1, explored(1, Move.COUNT, Move.COPY).trace().size());
  }

  @Test
  void theShortestWayToASecretIsFound() {
    assertEquals(4, explored(1, Move.COUNT, Move.COPY_WHEN_THREE).trace().size());
  }

  /** Equal secrets cannot be told apart, and a run that tells nothing is no witness. */
  @Test
  void whatIsNotThereIsNotFound() {
    assertTrue(explored(0, Move.COUNT, Move.COPY).trace() == null);
    assertTrue(explored(0, Move.COUNT, Move.COPY).witnessed());
    assertFalse(explored(1, Move.COUNT).witnessed());
  }

  @ParameterizedTest
  @EnumSource(Move.class)
  void theNaiveExplorerCountsTheSame(Move move) {
    TwoRuns<Move> runs = new TwoRuns<>(new Pair(List.of(Move.COUNT, move), 1));
    PlainExplorer.Seen plain = PlainExplorer.explore(runs, runs.seenAlike(), 9, state -> state);
    Exploration<TwoRuns.Step<Move>> packed =
        Explorer.explore(runs, runs.seenAlike(), null, Reductions.NONE, Limits.depth(9));
    assertEquals(plain.brokenAfter(), packed.trace() == null ? -1 : packed.trace().size());
    Property.OfStates<TwoRuns.Step<Move>> always = cells -> true;
    Exploration<TwoRuns.Step<Move>> whole =
        Explorer.explore(runs, always, null, Reductions.NONE, Limits.depth(9));
    assertEquals(plain.states().size(), whole.states());
  }

  /** What is seen of both runs stands in the trace. */
  @Test
  void aTraceShowsWhatIsOtherInTheSecondRun() {
    Searched<?> searched =
        MachineClaimsTest.search(
            "sgx/secret-unseen.memory", Set.of(SgxChoices.EVICT_ENCRYPTS), Reductions.ALL);
    List<TraceStep> steps = searched.trace().orElseThrow().steps();
    assertEquals(3, steps.size());
    assertEquals("dropped \"s\" | dropped \"t\"", steps.getLast().result());
    Searched<?> dependent = MachineClaimsTest.search("sgx/secret-unseen", Set.of(), Reductions.ALL);
    assertTrue(
        dependent.trace().orElseThrow().steps().getLast().call().contains(" | read 0x12000"));
  }
}
