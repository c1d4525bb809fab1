package watertight.checker.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.properties.hostcall.Exchange;

/** Makes an exchange simpler: fewer lies, smaller ones. */
final class ExchangeShrinker {
  /** Where every smaller lie does as much harm, one by one would not end. */
  private static final int MOST_ROUNDS = 2000;

  private ExchangeShrinker() {}

  /** The simplest of those that are near and still so. */
  static Exchange shrink(Exchange exchange, Predicate<Exchange> so) {
    Exchange best = exchange;
    boolean better = true;
    for (int round = 0; better && round < MOST_ROUNDS; round++) {
      better = false;
      for (Exchange simpler : simpler(best)) {
        if (so.test(simpler)) {
          best = simpler;
          better = true;
          break;
        }
      }
    }
    return best;
  }

  private static List<Exchange> simpler(Exchange exchange) {
    List<Exchange> all = new ArrayList<>();
    if (!exchange.later().equals(exchange.answer())) {
      all.add(exchange.withLater(exchange.answer()));
    }
    for (Field field : exchange.call().name().answers()) {
      for (long value : simpler(exchange.answer(), exchange.honest(), field)) {
        all.add(exchange.withAnswer(exchange.answer().with(field, value)));
      }
      for (long value : simpler(exchange.later(), exchange.answer(), field)) {
        all.add(exchange.withLater(exchange.later().with(field, value)));
      }
    }
    return all;
  }

  /** The true value; else those nearer to it, by half and by one. */
  private static List<Long> simpler(Fields lies, Fields truth, Field field) {
    long lie = lies.get(field);
    long aim = truth.get(field);
    if (lie == aim) {
      return List.of();
    }
    long half = aim + (lie - aim) / 2;
    long next = lie - Long.signum(lie - aim);
    List<Long> values = new ArrayList<>(List.of(aim));
    if (half != lie && half != aim) {
      values.add(half);
    }
    if (next != aim && next != half) {
      values.add(next);
    }
    return values;
  }
}
