package watertight.model.linux.signal;

import static watertight.model.linux.signal.SignalGates.KILL_TARGET_EXISTS;
import static watertight.model.linux.signal.SignalGates.PIDFD_SIGNAL_TARGET_EXISTS;
import static watertight.model.linux.signal.SignalGates.SIGNAL_NUMBER;
import static watertight.model.linux.signal.SignalGates.TGKILL_NUMBERS;
import static watertight.model.linux.signal.SignalGates.TGKILL_TARGET_EXISTS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Errno;
import watertight.model.linux.Reply;
import watertight.model.linux.process.Kin;
import watertight.model.linux.process.Numbers;
import watertight.model.linux.task.Task;

/** man 2 kill, man 2 tgkill; kernel/signal.c: kill_something_info, do_send_specific. */
public final class KillCalls {
  private final Caller c;
  private final int signal;
  private final Set<SignalChoices> met = EnumSet.noneOf(SignalChoices.class);

  private KillCalls(Caller c, int signal) {
    this.c = c;
    this.signal = signal;
  }

  /** man 2 kill. */
  public static Result kill(Caller c, int pid, int signal) {
    return Signal.isRealTime(signal) ? SignalCalls.REAL_TIME : new KillCalls(c, signal).kill(pid);
  }

  /** man 2 tgkill. */
  public static Result tgkill(Caller c, int tgid, int tid, int signal) {
    if (Signal.isRealTime(signal)) {
      return SignalCalls.REAL_TIME;
    }
    if (c.refuses(TGKILL_NUMBERS, tgid <= 0 || tid <= 0)) {
      return new Refused(TGKILL_NUMBERS);
    }
    Task target = Numbers.process(c, tid);
    if (target == null || tgid != tid) {
      return new Refused(TGKILL_TARGET_EXISTS);
    }
    KillCalls call = new KillCalls(c, signal);
    return call.answer(call.one(target, self(c, target), true));
  }

  /** man 2 pidfd_send_signal, to a process or, {@code own}, to its thread alone. */
  static Result to(Caller c, Task target, int signal, boolean own) {
    KillCalls call = new KillCalls(c, signal);
    return Kin.isKnown(c.cells(), target)
        ? call.answer(call.one(target, self(c, target), own))
        : new Refused(PIDFD_SIGNAL_TARGET_EXISTS);
  }

  /** man 2 pidfd_send_signal, to the group that is named by a process. */
  static Result toGroup(Caller c, Task named, int signal) {
    List<Task> members = Kin.members(c.cells(), named);
    return members.isEmpty()
        ? new Refused(PIDFD_SIGNAL_TARGET_EXISTS)
        : new KillCalls(c, signal).group(members);
  }

  private static Sender self(Caller c, Task target) {
    return Sender.of(Numbers.seenBy(c, target), c.cred().ruid());
  }

  /** Success, or the gate that stood in the way. */
  private Result answer(SignalGates no) {
    return no == null ? new Result.Returned(new Reply.Sent(Set.copyOf(met))) : new Refused(no);
  }

  private static Result nobody() {
    return new Refused(KILL_TARGET_EXISTS);
  }

  private Result kill(int pid) {
    if (pid > 0) {
      Task target = Numbers.process(c, pid);
      return target == null ? nobody() : answer(one(target, self(c, target), false));
    }
    if (pid == -1) {
      return everybody();
    }
    Task group = groupOf(pid);
    return group == null ? nobody() : group(Kin.members(c.cells(), group));
  }

  /** The own group for 0, else that with the number; −INT_MIN is none (kill_something_info). */
  private Task groupOf(int pid) {
    if (pid == 0) {
      return Kin.group(c.cells(), c.task());
    }
    return pid == Integer.MIN_VALUE ? null : Numbers.group(c, -pid);
  }

  /** One who gets it is enough; else what the last said (__kill_pgrp_info). */
  private Result group(List<Task> members) {
    SignalGates last = null;
    boolean sent = false;
    for (Task member : members) {
      SignalGates no = one(member, Sender.UNTOLD, false);
      sent |= no == null;
      last = no == null ? last : no;
    }
    return answer(sent ? null : last);
  }

  /** All that the caller sees but itself and its init; EPERM does not count. */
  private Result everybody() {
    SignalGates last = null;
    boolean any = false;
    for (Task task : Kin.all(c.cells())) {
      if (task.equals(c.task()) || Numbers.seen(c, task) <= 1) {
        continue;
      }
      any = true;
      SignalGates no = one(task, Sender.UNTOLD, false);
      last = no != null && no.code() == Errno.EPERM ? last : no;
    }
    return any ? answer(last) : nobody();
  }

  /** Why a signal cannot be sent, or null when it was. */
  private SignalGates one(Task target, Sender sender, boolean own) {
    if (signal < 0 || signal > Signal.LARGEST) {
      return SIGNAL_NUMBER;
    }
    SignalGates no = Sending.refusal(c, target, signal);
    if (no != null) {
      return no;
    }
    Signal.of(signal).ifPresent(s -> Sending.send(c, target, s, sender, own, met));
    return null;
  }
}
