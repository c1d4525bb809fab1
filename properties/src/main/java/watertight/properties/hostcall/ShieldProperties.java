package watertight.properties.hostcall;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.posix.Harm;

/** Shields and promises, which do not know each other, agree. */
class ShieldProperties {
  @Provide
  Arbitrary<Exchange> exchanges() {
    return HostAnswers.exchanges();
  }

  @Property
  boolean noAnswerDoesHarm(@ForAll("exchanges") Exchange exchange) {
    return Exchanges.told(exchange, Guards.all())
        .map(told -> Harm.of(HostAnswers.picture(), told))
        .orElse(Set.of())
        .isEmpty();
  }

  @Property
  boolean whatIsRejectedWasNotHonest(@ForAll("exchanges") Exchange exchange) {
    return exchange.call().name() == CallName.GETRANDOM
        || !Exchanges.isHonestRejected(exchange, Guards.all());
  }
}
