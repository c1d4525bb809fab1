package watertight.properties.hostcall;

import java.util.ArrayList;
import java.util.List;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;

/** Makes steps of calls. */
final class Calls {
  private Calls() {}

  /** A call with these arguments, and with those of which the model does not speak. */
  static RealStep call(CallName name, Fields arguments, long... rest) {
    Fields all = Fields.NONE;
    for (Field field : name.arguments()) {
      all = all.with(field, arguments.get(field));
    }
    List<Long> more = new ArrayList<>();
    for (long one : rest) {
      more.add(one);
    }
    return new RealStep.Call(new HostCall(name, all), more);
  }
}
