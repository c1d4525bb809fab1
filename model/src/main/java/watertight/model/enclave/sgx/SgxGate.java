package watertight.model.enclave.sgx;

import watertight.model.Gate;
import watertight.model.Guards;

/**
 * A gate of the SGX machine: its code is an {@link SgxCode}. The comment of each says what must be
 * so, in the words of the manual; the gate refuses where it is not.
 */
public sealed interface SgxGate extends Gate
    permits AccessGates, BuildGates, EntryGates, PagingGates {
  /**
   * What is written on a gate.
   *
   * @param id its name
   * @param code what the caller gets
   * @param fixed whether it cannot be taken away: without a page, a slot or a thread there is
   *     nothing to go on with
   */
  record Plate(String id, SgxCode code, boolean fixed) {}

  /** What is written on this gate. */
  Plate plate();

  /** Whether it is in force and its condition for refusing is met. */
  default boolean refuses(Guards guards, boolean condition) {
    return condition && (isFixed() || guards.has(this));
  }

  @Override
  default String id() {
    return plate().id();
  }

  @Override
  default SgxCode code() {
    return plate().code();
  }

  @Override
  default boolean isFixed() {
    return plate().fixed();
  }
}
