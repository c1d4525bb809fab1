package watertight.model.linux.credential;

import static watertight.model.linux.credential.Capability.CAP_SETPCAP;
import static watertight.model.linux.credential.Capability.CAP_SETUID;
import static watertight.model.linux.credential.CredGates.CAPSET_BOUNDING;
import static watertight.model.linux.credential.CredGates.CAPSET_EFFECTIVE;
import static watertight.model.linux.credential.CredGates.CAPSET_INHERITABLE;
import static watertight.model.linux.credential.CredGates.CAPSET_PERMITTED;
import static watertight.model.linux.credential.CredGates.SETRESUID_OWN_IDS;

import java.util.stream.IntStream;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.linux.Caller;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.process.ProcessCell;
import watertight.model.linux.process.ProcessState;
import watertight.model.linux.task.TaskCell;

/** Changing credentials; man 2 setresuid, man 2 capset; kernel/sys.c, security/commoncap.c. */
public final class CredCalls {
  private static final int UNCHANGED = -1;

  private CredCalls() {}

  /** man 2 setresuid. */
  public static Result setresuid(Caller c, Syscall.Setresuid call) {
    Cred old = c.cred();
    boolean own = owns(old, call.ruid()) && owns(old, call.euid()) && owns(old, call.suid());
    if (c.refuses(SETRESUID_OWN_IDS, !own && !old.can(CAP_SETUID))) {
      return new Refused(SETRESUID_OWN_IDS);
    }
    int ruid = call.ruid() == UNCHANGED ? old.ruid() : call.ruid();
    int euid = call.euid() == UNCHANGED ? old.euid() : call.euid();
    int suid = call.suid() == UNCHANGED ? old.suid() : call.suid();
    if (ruid == old.ruid() && euid == old.euid() && suid == old.suid() && fsKept(old, call)) {
      return Reply.zero();
    }
    commit(c, old, fixCapabilities(old, ruid, euid, suid));
    return Reply.zero();
  }

  private static boolean owns(Cred cred, int id) {
    return id == UNCHANGED || id == cred.ruid() || id == cred.euid() || id == cred.suid();
  }

  /** Without a new effective id the id for files stays; else it is set to the effective one. */
  private static boolean fsKept(Cred old, Syscall.Setresuid call) {
    return call.euid() == UNCHANGED || old.fsuid() == call.euid();
  }

  /** What the change of ids does to the capabilities (cap_emulate_setxuid). */
  private static Cred fixCapabilities(Cred old, int ruid, int euid, int suid) {
    CapSet permitted = old.permitted();
    CapSet effective = old.effective();
    boolean wasRoot = IntStream.of(old.ruid(), old.euid(), old.suid()).anyMatch(id -> id == 0);
    boolean isRoot = IntStream.of(ruid, euid, suid).anyMatch(id -> id == 0);
    if (wasRoot && !isRoot) {
      permitted = CapSet.NONE;
      effective = CapSet.NONE;
    }
    if (old.euid() == 0 && euid != 0) {
      effective = CapSet.NONE;
    }
    if (old.euid() != 0 && euid == 0) {
      effective = permitted;
    }
    return old.withUids(ruid, euid, suid).withCaps(effective, permitted, old.inheritable());
  }

  /** man 2 capset, for the caller itself (cap_capset). */
  public static Result capset(Caller c, Syscall.Capset call) {
    Cred old = c.cred();
    Gate refusal = refusal(c, old, call);
    if (refusal != null) {
      return new Refused(refusal);
    }
    commit(c, old, old.withCaps(call.effective(), call.permitted(), call.inheritable()));
    return Reply.zero();
  }

  private static Gate refusal(Caller c, Cred old, Syscall.Capset call) {
    boolean mayInherit = call.inheritable().isSubsetOf(old.inheritable().or(old.permitted()));
    if (c.refuses(CAPSET_INHERITABLE, !mayInherit && !old.can(CAP_SETPCAP))) {
      return CAPSET_INHERITABLE;
    }
    boolean inBounds = call.inheritable().isSubsetOf(old.inheritable().or(old.bounding()));
    if (c.refuses(CAPSET_BOUNDING, !inBounds)) {
      return CAPSET_BOUNDING;
    }
    if (c.refuses(CAPSET_PERMITTED, !call.permitted().isSubsetOf(old.permitted()))) {
      return CAPSET_PERMITTED;
    }
    return c.refuses(CAPSET_EFFECTIVE, !call.effective().isSubsetOf(call.permitted()))
        ? CAPSET_EFFECTIVE
        : null;
  }

  /** Puts new credentials in force; who gains by them is no longer dumpable (commit_creds). */
  private static void commit(Caller c, Cred old, Cred fresh) {
    c.cells().set(new CredCell(c.task()), fresh);
    boolean changesUser = old.euid() != fresh.euid() || old.fsuid() != fresh.fsuid();
    boolean gains = !fresh.permitted().isSubsetOf(old.permitted());
    if (changesUser || gains) {
      boolean dumpable = c.settings().suidDumpable() == 1;
      c.cells().update(new TaskCell(c.task()), new TaskCell.SetDumpable(dumpable));
      loseDeathSignal(c);
    }
  }

  /** man 2 prctl, PR_SET_PDEATHSIG: it is cleared. */
  private static void loseDeathSignal(Caller c) {
    ProcessCell cell = new ProcessCell(c.task());
    ProcessState state = c.cells().get(cell);
    if (state.deathSignal() != 0) {
      c.cells().set(cell, state.withDeathSignal(0));
    }
  }
}
