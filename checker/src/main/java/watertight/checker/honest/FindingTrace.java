package watertight.checker.honest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import watertight.checker.text.hostcall.HostcallScenario;
import watertight.checker.trace.HostcallTrace;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.verdict.EngineId;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.Honest;
import watertight.model.enclave.hostcall.Move;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.claim.HostcallGoal;

/** A finding as a run of the machine, in which the host answers what the kernel answered. */
final class FindingTrace {
  private static final String CLAIM = "iago/honest-answer-passes";

  private FindingTrace() {}

  /** The run, with no more remembered than it takes. */
  static RenderedTrace of(Finding finding, Guards guards) {
    Finding small = shrunk(finding, guards);
    Situation situation =
        new Situation(
            small.picture(),
            small.knew(),
            List.of(small.call()),
            Set.copyOf(small.call().name().answers()),
            false);
    HostcallScenario scenario =
        new HostcallScenario(
            "the kernel's answer: " + small.what(),
            Optional.of(CLAIM),
            situation,
            HostcallGoal.HONEST_REJECTED,
            Set.of());
    return HostcallTrace.build(
        EngineId.KERNEL.text(), scenario, guards, moves(small, guards), false);
  }

  private static List<Move> moves(Finding finding, Guards guards) {
    List<Move> moves = new ArrayList<>(List.of(new Move.Ask()));
    Fields stands = new Honest(finding.picture()).answer(finding.call(), finding.knew(), 0, 0);
    for (Field field : finding.call().name().answers()) {
      if (stands.get(field) != finding.answer().get(field)) {
        moves.add(new Move.Answer(field, finding.answer().get(field)));
      }
    }
    moves.add(new Move.Check());
    if (!judge(finding, guards).isRejected()) {
      moves.add(new Move.Consume());
    }
    return moves;
  }

  private static Judgement judge(Finding finding, Guards guards) {
    return Judgement.of(
        finding.picture(), finding.call(), finding.answer(), finding.knew(), guards);
  }

  /** Drops what is remembered, piece by piece, as long as the model stays as wrong. */
  private static Finding shrunk(Finding finding, Guards guards) {
    Finding small = finding;
    boolean smaller = true;
    while (smaller) {
      Finding from = small;
      Optional<Finding> next =
          less(from.knew())
              .map(from::withKnew)
              .filter(one -> judge(one, guards).wrong().equals(judge(from, guards).wrong()))
              .findFirst();
      smaller = next.isPresent();
      small = next.orElse(from);
    }
    return small;
  }

  private static Stream<Remembered> less(Remembered knew) {
    return Stream.of(
            without(knew.live(), rest -> knew.withLive(List.copyOf(rest))),
            without(knew.descriptors(), rest -> knew.withDescriptors(new TreeSet<>(rest))),
            without(knew.tokens(), rest -> knew.withTokens(new TreeSet<>(rest))),
            without(knew.children(), rest -> knew.withChildren(new TreeSet<>(rest))))
        .flatMap(stream -> stream);
  }

  private static <T> Stream<Remembered> without(
      Collection<T> all, Function<List<T>, Remembered> made) {
    return all.stream()
        .map(
            one -> {
              List<T> rest = new ArrayList<>(all);
              rest.remove(one);
              return made.apply(rest);
            });
  }
}
