package watertight.model.linux.signal;

import static watertight.model.linux.credential.Capability.CAP_KILL;
import static watertight.model.linux.signal.SignalChoices.DYING_TAKES_NO_SIGNAL;
import static watertight.model.linux.signal.SignalChoices.PENDING_SIGNAL_STAYS_ONE;
import static watertight.model.linux.signal.SignalChoices.STOP_AND_CONTINUE_CANCEL;
import static watertight.model.linux.signal.SignalGates.SIGNAL_PERMISSION;

import java.util.EnumSet;
import java.util.Set;
import watertight.model.Cells;
import watertight.model.linux.Caller;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.process.Kin;
import watertight.model.linux.process.ProcessCell;
import watertight.model.linux.process.ProcessState;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState.Life;

/**
 * Puts a signal among those pending for a process, or drops it; kernel/signal.c: send_signal,
 * prepare_signal, complete_signal.
 */
public final class Sending {
  private static final Cred ROOT = Cred.of(0, 0, CapSet.ALL);

  private final Caller c;
  private final Cells cells;
  private final Task target;
  private final Signal signal;
  private final Set<SignalChoices> met;

  private Sending(Caller c, Task target, Signal signal, Set<SignalChoices> met) {
    this.c = c;
    this.cells = c.cells();
    this.target = target;
    this.signal = signal;
    this.met = met;
  }

  /** Why the caller may not send {@code signal}, which may be 0; or null. */
  static SignalGates refusal(Caller c, Task target, int signal) {
    if (target.equals(c.task())) {
      return null;
    }
    Cred own = c.cred();
    Cred other = target.equals(Task.INIT) ? ROOT : c.cells().get(new CredCell(target));
    boolean sameUser =
        own.euid() == other.suid()
            || own.euid() == other.ruid()
            || own.ruid() == other.suid()
            || own.ruid() == other.ruid();
    boolean wakes =
        signal == Signal.SIGCONT.number()
            && Kin.session(c.cells(), target).equals(Kin.session(c.cells(), c.task()));
    boolean may = sameUser || own.can(CAP_KILL) || wakes;
    return c.refuses(SIGNAL_PERMISSION, !may) ? SIGNAL_PERMISSION : null;
  }

  /** Whether the caller may send {@code signal} to a process. */
  public static boolean mayReach(Caller c, Task target, int signal) {
    return refusal(c, target, signal) == null;
  }

  /** A signal that a call sends; {@code met} takes the choices that are met. */
  static void send(
      Caller c, Task target, Signal signal, Sender sender, boolean own, Set<SignalChoices> met) {
    new Sending(c, target, signal, met).send(sender, own, Init.isFromAbove(c, target));
  }

  /** A signal that the kernel makes: a child ended, a group is orphaned. */
  public static void byKernel(Caller c, Task target, Signal signal) {
    unasked(c, target, signal).send(Sender.UNTOLD, false, false);
  }

  /** SIGKILL that the kernel itself sends, from which no init is safe (SEND_SIG_PRIV). */
  public static void kill(Caller c, Task target) {
    unasked(c, target, Signal.SIGKILL).send(Sender.UNTOLD, false, true);
  }

  /** The same to its thread alone, as reboot(2) ends an init (send_sig: PIDTYPE_PID). */
  public static void killThread(Caller c, Task target) {
    unasked(c, target, Signal.SIGKILL).send(Sender.UNTOLD, true, true);
  }

  /** PR_SET_PDEATHSIG: it is sent as if by the parent that ends, if that may send it. */
  public static void atDeath(Caller c, Task target, Signal signal) {
    if (refusal(c, target, signal.number()) == null) {
      boolean force = Init.isFromAbove(c, target);
      unasked(c, target, signal).send(Sender.UNTOLD, false, force);
    }
  }

  /** A signal that no call asks for: nobody counts the choices that it meets. */
  private static Sending unasked(Caller c, Task target, Signal signal) {
    return new Sending(c, target, signal, EnumSet.noneOf(SignalChoices.class));
  }

  private void send(Sender sender, boolean own, boolean force) {
    if (target.equals(Task.INIT)) {
      new Fate(c, met).isInitsOwn(target, SignalState.DEFAULT, signal, false);
      return;
    }
    Life life = cells.get(new TaskCell(target)).life();
    if (life == Life.ZOMBIE || life == Life.EXITING || state().fatal() != null) {
      met.add(DYING_TAKES_NO_SIGNAL);
      return;
    }
    cancel();
    if (isDropped(force)) {
      wake();
      return;
    }
    Queue queue = own ? state().own() : state().shared();
    if (queue.set().has(signal)) {
      met.add(PENDING_SIGNAL_STAYS_ONE);
      wake();
      return;
    }
    queue(sender, own);
    if (isFatalAtOnce()) {
      put(state().withFatal(signal));
      set(process().reporting(0, false));
    }
    wake();
  }

  private SignalState state() {
    return cells.get(new SignalCell(target));
  }

  private void put(SignalState state) {
    cells.set(new SignalCell(target), state);
  }

  private ProcessState process() {
    return cells.get(new ProcessCell(target));
  }

  private void set(ProcessState process) {
    cells.set(new ProcessCell(target), process);
  }

  private void queue(Sender sender, boolean own) {
    SignalState old = state();
    put(
        own
            ? old.withQueues(old.own().with(signal, sender), old.shared())
            : old.withQueues(old.own(), old.shared().with(signal, sender)));
  }

  /** Stop signals and SIGCONT take one another away; SIGCONT wakes whatever becomes of it. */
  private void cancel() {
    boolean continues = signal == Signal.SIGCONT;
    if (!continues && !signal.stops()) {
      return;
    }
    SignalState old = state();
    SignalState left = old.flushed(other -> continues ? other.stops() : other == Signal.SIGCONT);
    if (!left.equals(old) && c.has(STOP_AND_CONTINUE_CANCEL)) {
      met.add(STOP_AND_CONTINUE_CANCEL);
      put(left);
    }
    if (continues && cells.get(new TaskCell(target)).life() == Life.STOPPED) {
      put(state().withContinued(true));
      set(process().reporting(0, true));
    }
  }

  private boolean isDropped(boolean force) {
    Fate fate = new Fate(c, met);
    return !fate.waits(state().blocked(), signal)
        && (fate.isInitsOwn(target, state(), signal, force) || fate.isIgnored(state(), signal));
  }

  /**
   * A signal that ends the process does so at once where it can wake it (complete_signal): not
   * while another has interrupted it. One that was stopped, and SIGCONT has woken, has not looked
   * at its signals yet.
   */
  private boolean isFatalAtOnce() {
    SignalState state = state();
    boolean ends = signal.action() == Signal.Action.TERM && state.isDefault(signal);
    Life life = cells.get(new TaskCell(target)).life();
    boolean awake = life == Life.RUNNING || state.continued() || target.equals(c.task());
    return ends
        && !state.blocked().has(signal)
        && (signal == Signal.SIGKILL || life != Life.STOPPED && awake);
  }

  private void wake() {
    Pace.set(cells, target);
  }
}
