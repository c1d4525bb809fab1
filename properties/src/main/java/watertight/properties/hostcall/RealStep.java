package watertight.properties.hostcall;

import java.util.ArrayList;
import java.util.List;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.HostCall;

/** A step of a run on a real kernel. */
public sealed interface RealStep {
  /**
   * A call with a shield.
   *
   * @param call what the enclave asks
   * @param rest arguments of which the model does not speak: paths, protections, other descriptors
   */
  record Call(HostCall call, List<Long> rest) implements RealStep {
    public Call {
      rest = List.copyOf(rest);
    }
  }

  /** Something that happens between calls. */
  record Deed(HostDeed deed, List<Long> arguments) implements RealStep {
    public Deed {
      arguments = List.copyOf(arguments);
    }
  }

  /** What it is and its arguments, in the order in which the executor takes them. */
  default List<Long> words() {
    List<Long> words = new ArrayList<>();
    switch (this) {
      case Call(HostCall call, List<Long> rest) -> {
        words.add((long) call.name().ordinal());
        call.name().arguments().forEach(field -> words.add(call.argument(field)));
        words.addAll(rest);
      }
      case Deed(HostDeed deed, List<Long> arguments) -> {
        words.add((long) CallName.values().length + deed.ordinal());
        words.addAll(arguments);
      }
    }
    return words;
  }
}
