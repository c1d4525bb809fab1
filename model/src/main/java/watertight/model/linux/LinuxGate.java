package watertight.model.linux;

import watertight.model.Gate;

/**
 * A gate of the Linux world: its code is an {@link Errno}. Each enum of gates has a {@link Plate}.
 */
public interface LinuxGate extends Gate {
  /**
   * What is written on a gate.
   *
   * @param id its name
   * @param code what the caller gets
   * @param fixed whether it cannot be taken away
   */
  record Plate(String id, Errno code, boolean fixed) {}

  /** What is written on this gate. */
  Plate plate();

  @Override
  default String id() {
    return plate().id();
  }

  @Override
  default Errno code() {
    return plate().code();
  }

  @Override
  default boolean isFixed() {
    return plate().fixed();
  }
}
