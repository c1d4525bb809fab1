package watertight.model.linux;

import watertight.model.Gate;

/** A gate of the Linux world: its code is an {@link Errno}. */
public interface LinuxGate extends Gate {
  @Override
  Errno code();
}
