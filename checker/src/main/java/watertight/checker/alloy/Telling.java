package watertight.checker.alloy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.checker.trace.Replayed;
import watertight.model.Guard;

/**
 * How the counterexamples of a module are asked for, and played in the model. What the notation of
 * paths cannot tell is not asked for; the other modules have events that are steps of their
 * machine.
 */
enum Telling {
  /** Paths, jails and what tasks share: a litmus file tells calls that are whole. */
  CALLS(AlloyAnswers::told, Replay::of),
  CHARGES(AlloyAnswers::shortest, ChargeStory::replay),
  NAMESPACES(AlloyAnswers::shortest, NamespaceStory::replay),
  PIDS(AlloyAnswers::shortest, PidStory::replay),
  HOST_CALLS(AlloyAnswers::shortest, HostcallStory::replay),
  SGX(AlloyAnswers::ended, SgxStory::replay);

  private static final Map<String, Telling> OF_MODULES =
      Map.of(
          AlloyNames.CHARGE, CHARGES,
          AlloyNames.NAMESPACE, NAMESPACES,
          AlloyNames.PID, PIDS,
          AlloyNames.HOSTCALL, HOST_CALLS,
          AlloyNames.SGX, SGX);

  private interface Question {
    AlloyAnswer ask(AlloyAnswers answers, String predicate, List<String> away, Duration time);
  }

  private interface Player {
    Replayed replay(String claim, Counterexample found, Set<Guard> without) throws Inexpressible;
  }

  private final Question question;
  private final Player player;

  Telling(Question question, Player player) {
    this.question = question;
    this.player = player;
  }

  static Telling of(String module) {
    return OF_MODULES.getOrDefault(module, CALLS);
  }

  /** A counterexample to a predicate without these guards, with as few events as can be. */
  AlloyAnswer ask(AlloyAnswers answers, String predicate, List<String> away, Duration time) {
    return question.ask(answers, predicate, away, time);
  }

  /** Plays it in the model. */
  Replayed replay(String claim, Counterexample found, Set<Guard> without) throws Inexpressible {
    return player.replay(claim, found, without);
  }
}
