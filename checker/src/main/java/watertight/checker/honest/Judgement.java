package watertight.checker.honest;

import java.util.Optional;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Told;
import watertight.model.enclave.hostcall.posix.Harm;
import watertight.model.enclave.hostcall.posix.Honesty;
import watertight.model.enclave.hostcall.shield.Answered;
import watertight.model.enclave.hostcall.shield.Shield;
import watertight.model.enclave.hostcall.shield.Verdict;

/**
 * What shields and promises say about an answer of the kernel.
 *
 * @param seen what the caller sees; empty where the call is made again, or the answer was rejected
 * @param wrong what is wrong with the model, if anything: the kernel did not lie
 */
record Judgement(Optional<Fields> seen, Optional<String> wrong) {
  private static final String REJECTED = "the shield rejects it: ";

  /** Whether the shield turns the answer into an error. */
  boolean isRejected() {
    return wrong.filter(what -> what.startsWith(REJECTED)).isPresent();
  }

  static Judgement of(
      Picture picture, HostCall call, Fields answer, Remembered knew, Guards guards) {
    Guards made = asksForRandomness(call) ? without(guards) : guards;
    Verdict verdict = Shield.judge(new Answered(picture, call, answer, knew, made));
    return switch (verdict) {
      case Verdict.Reject(HostcallGuards by) -> wrong(REJECTED + by.id());
      case Verdict.Retry retry -> new Judgement(Optional.empty(), Optional.empty());
      case Verdict.Accept accept -> used(picture, call, answer, answer, knew);
      case Verdict.Clamp(Fields clamped) -> used(picture, call, answer, clamped, knew);
    };
  }

  /** That it is rejected is a claim of its own; here its count is looked at. */
  private static boolean asksForRandomness(HostCall call) {
    return call.name() == CallName.GETRANDOM;
  }

  private static Guards without(Guards guards) {
    return guards.without(HostcallGuards.RANDOMNESS_NOT_FROM_HOST);
  }

  private static Judgement used(
      Picture picture, HostCall call, Fields answer, Fields clamped, Remembered knew) {
    if (!Honesty.isHonest(picture, call, answer, knew)) {
      return wrong("it is not among what the promises allow");
    }
    Told told = Told.used(picture, call, knew, clamped, answer);
    return Harm.of(picture, told).isEmpty()
        ? new Judgement(Optional.of(told.answer()), Optional.empty())
        : wrong("what is made of it does harm: " + Harm.of(picture, told));
  }

  private static Judgement wrong(String what) {
    return new Judgement(Optional.empty(), Optional.of(what));
  }
}
