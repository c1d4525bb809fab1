package watertight.properties.hostcall;

import java.util.Optional;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Told;
import watertight.model.enclave.hostcall.posix.Honesty;
import watertight.model.enclave.hostcall.shield.Answered;
import watertight.model.enclave.hostcall.shield.Shield;
import watertight.model.enclave.hostcall.shield.Verdict;

/** What comes of a single exchange, without a machine: what is found is played in the machine. */
public final class Exchanges {
  private static final Picture PICTURE = HostAnswers.picture();

  private Exchanges() {}

  /** What the caller is told; empty where the call is made again. */
  public static Optional<Told> told(Exchange exchange, Guards guards) {
    return switch (verdict(exchange, guards)) {
      case Verdict.Accept accept -> Optional.of(used(exchange, exchange.answer(), guards));
      case Verdict.Clamp(Fields clamped) -> Optional.of(used(exchange, clamped, guards));
      case Verdict.Retry retry -> Optional.empty();
      case Verdict.Reject reject ->
          Optional.of(Told.rejected(exchange.call(), exchange.knew(), exchange.honest()));
    };
  }

  /** Whether an honest answer is turned into an error. */
  public static boolean isHonestRejected(Exchange exchange, Guards guards) {
    return verdict(exchange, guards) instanceof Verdict.Reject
        && Honesty.isHonest(PICTURE, exchange.call(), exchange.answer(), exchange.knew());
  }

  private static Verdict verdict(Exchange exchange, Guards guards) {
    return guards.has(HostcallGuards.ANSWERS_CHECKED)
        ? Shield.judge(
            new Answered(PICTURE, exchange.call(), exchange.answer(), exchange.knew(), guards))
        : new Verdict.Accept();
  }

  /** Who reads twice uses what stands there then. */
  private static Told used(Exchange exchange, Fields copy, Guards guards) {
    boolean same =
        guards.has(HostcallGuards.VALUES_READ_ONCE) || exchange.later().equals(exchange.answer());
    Fields answer = same ? copy : exchange.later();
    return Told.used(PICTURE, exchange.call(), exchange.knew(), answer, exchange.honest());
  }
}
