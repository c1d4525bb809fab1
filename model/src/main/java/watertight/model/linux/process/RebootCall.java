package watertight.model.linux.process;

import static watertight.model.linux.credential.Capability.CAP_SYS_BOOT;
import static watertight.model.linux.process.ProcessGates.REBOOT_COMMAND;
import static watertight.model.linux.process.ProcessGates.REBOOT_NEEDS_CAPABILITY;

import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.signal.Sending;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;

/** man 2 reboot in a PID namespace: the end of its init; kernel/pid_namespace.c: reboot_pid_ns. */
public final class RebootCall {
  public static final int RESTART = 0x01234567;
  public static final int RESTART2 = 0xa1b2c3d4;
  public static final int HALT = 0xcdef0123;
  public static final int POWER_OFF = 0x4321fedc;

  private RebootCall() {}

  /** The init dies, as of SIGHUP or SIGINT for those outside; the caller ends too. */
  public static Result reboot(Caller c, int command) {
    Cells cells = c.cells();
    if (c.refuses(REBOOT_NEEDS_CAPABILITY, !c.can(CAP_SYS_BOOT))) {
      return new Refused(REBOOT_NEEDS_CAPABILITY);
    }
    PidNamespace own = PidNamespaces.active(cells, c.task());
    if (PidNamespaces.isWorld(own)) {
      return new Result.NotEnabled("the end of the world's own PID namespace is not described");
    }
    boolean restart = command == RESTART || command == RESTART2;
    if (c.refuses(REBOOT_COMMAND, !restart && command != HALT && command != POWER_OFF)) {
      return new Refused(REBOOT_COMMAND);
    }
    Signal told = restart ? Signal.SIGHUP : Signal.SIGINT;
    PidNamespaces.reboot(cells, own, told.number());
    Task init = PidNamespaces.init(cells, own);
    if (!init.equals(c.task())) {
      Sending.killThread(c, init);
    }
    Exit.of(c, 0);
    return new Result.Dies("exited with 0");
  }
}
