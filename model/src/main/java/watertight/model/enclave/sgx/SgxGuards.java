package watertight.model.enclave.sgx;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Gate;
import watertight.model.Guard;

/** Everything that the machine can do without. */
public final class SgxGuards {
  private static final List<Gate> GATES = gates();

  private SgxGuards() {}

  private static List<Gate> gates() {
    List<Gate> gates = new ArrayList<>(List.of(AccessGates.values()));
    gates.addAll(List.of(BuildGates.values()));
    gates.addAll(List.of(EntryGates.values()));
    gates.addAll(List.of(PagingGates.values()));
    return List.copyOf(gates);
  }

  /** Every gate. */
  public static List<Gate> gatesOfAll() {
    return GATES;
  }

  /** Every guard, fixed ones included. */
  public static List<Guard> all() {
    List<Guard> all = new ArrayList<>(GATES);
    all.addAll(List.of(SgxChoices.values()));
    return all;
  }

  /** The guards that can be taken away. */
  public static List<Guard> removable() {
    List<Guard> removable = new ArrayList<>(all());
    removable.removeIf(guard -> guard instanceof Gate gate && gate.isFixed());
    return removable;
  }
}
