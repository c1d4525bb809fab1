package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laying the states out gives the answers that Alloy's own solver gives. */
class BoundedModelTest {
  private static final Duration TIME = Duration.ofMinutes(2);
  private static final AlloySpec CHROOT =
      AlloyLibrary.onClassPath("path", "task", "chroot").load("chroot");

  /** A lamp that is switched, and may go on being switched for ever; broken, it stays as it is. */
  private static final AlloySpec LAMP =
      AlloyLibrary.of(
              Map.of(
                  "lamp",
                  """
                  module lamp
                  abstract sig Guard {}
                  one sig Works extends Guard {}
                  one sig Rules { gone: set Guard }
                  pred away[gs: set Guard] { Rules.gone = gs }
                  abstract sig Light {}
                  one sig Off, Red, Green extends Light {}
                  sig Spare {}
                  sig Lamp { var shines: one Light, var uses: set Spare }
                  fact {
                    Lamp.shines = Off and no uses
                    always (Works not in Rules.gone implies
                      (all l: Lamp | l.shines = Off implies l.shines' = Red
                        else l.shines = Red implies l.shines' in Red + Green
                        else l.shines' = Red))
                    always (Works in Rules.gone implies shines' = shines)
                    always uses in uses'
                  }
                  pred red { eventually always Red = Lamp.shines }
                  pred round { always eventually Green in Lamp.shines }
                  pred never_off_again { after always Off not in Lamp.shines }
                  pred green_after_red {
                    always (Green in Lamp.shines implies once Red in Lamp.shines)
                  }
                  pred red_before { always (Red in Lamp.shines implies historically Red in Lamp.shines) }
                  pred first_red { after Lamp.shines = Red }
                  pred then_green { after after Lamp.shines = Green }
                  pred nothing_used { always no Lamp.uses }
                  pred all_of_it { (some Spare) implies after not (Lamp -> Spare in uses) }
                  red: check { away[none] implies red } for exactly 1 Lamp, 1 Spare, 4 steps
                  round: check { away[none] implies round } for exactly 1 Lamp, 1 Spare, 4 steps
                  not_round: check { not round } for exactly 1 Lamp, 1 Spare, 2 steps
                  not_round_in_3: check { not round } for exactly 1 Lamp, 1 Spare, 3 steps
                  neither: check { red or round } for exactly 1 Lamp, 1 Spare, 3 steps
                  neither_in_4: check { red or round } for exactly 1 Lamp, 1 Spare, 4 steps
                  never_off_again: check { away[none] implies never_off_again } for exactly 1 Lamp, 1 Spare, 4 steps
                  stays_off: check { away[Works] implies never_off_again } for exactly 1 Lamp, 1 Spare, 1 steps
                  green_after_red: check { away[none] implies green_after_red } for exactly 1 Lamp, 1 Spare, 4 steps
                  red_before: check { away[none] implies red_before } for exactly 1 Lamp, 1 Spare, 4 steps
                  first_red: check { away[none] implies first_red } for exactly 1 Lamp, 1 Spare, 4 steps
                  then_green: check { away[none] implies then_green } for exactly 1 Lamp, 1 Spare, 3 steps
                  nothing_used: check { nothing_used } for exactly 1 Lamp, 1 Spare, 2 steps
                  no_spare: check { nothing_used } for exactly 1 Lamp, 0 Spare, 3 steps
                  all_of_it: check { all_of_it } for exactly 2 Lamp, 2 Spare, 3 steps
                  two: run { some disj a, b: Lamp | eventually (a.shines != b.shines) } for exactly 2 Lamp, 1 Spare, 3 steps
                  one_alone: run { some disj a, b: Lamp | eventually (a.shines != b.shines) } for exactly 1 Lamp, 1 Spare, 3 steps
                  """))
          .load("lamp");

  static Stream<String> lamps() {
    return LAMP.commands().stream().map(AlloySpec.Entry::label);
  }

  @ParameterizedTest
  @MethodSource("lamps")
  void bothGiveTheSameAnswer(String label) {
    assertEquals(LAMP.run(label, TIME).kind(), LAMP.exists(label, TIME).kind());
  }

  @Test
  void theLampsHaveAnswersOfBothKinds() {
    assertEquals(
        List.of(AlloyAnswer.Kind.NONE, AlloyAnswer.Kind.FOUND),
        Stream.of("not_round", "not_round_in_3").map(l -> LAMP.exists(l, TIME).kind()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"needs_privilege", "moved_directory", "symlinks_end_without_SymlinkLimit"})
  void bothGiveTheSameAnswerToAClaim(String label) {
    assertEquals(CHROOT.run(label, TIME).kind(), CHROOT.exists(label, TIME).kind());
  }

  @Test
  void theShortestIsAsShortAsAlloys() {
    Counterexample alloy =
        CHROOT.check("root_is_per_task", List.of("RootPerTask"), TIME).instance().orElseThrow();
    Counterexample laidOut =
        CHROOT
            .shortest("root_is_per_task", "root_is_per_task", List.of("RootPerTask"), TIME)
            .instance()
            .orElseThrow();
    assertEquals(alloy.states().size(), laidOut.states().size());
    assertEquals(
        alloy.states().getFirst().relations().keySet(),
        laidOut.states().getFirst().relations().keySet());
    Map<String, AlloyStep> steps =
        laidOut.steps().stream()
            .collect(Collectors.toMap(AlloyStep::call, step -> step, (first, later) -> first));
    assertTrue(steps.containsKey("Chroot"), steps::toString);
    assertEquals(Set.of("m", "d", "p"), steps.get("Begin").operands().getFirst().keySet());
  }
}
