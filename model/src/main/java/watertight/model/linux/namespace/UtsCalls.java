package watertight.model.linux.namespace;

import static watertight.model.linux.credential.Capability.CAP_SYS_ADMIN;
import static watertight.model.linux.namespace.NamespaceChoices.HOSTNAME_PER_NAMESPACE;
import static watertight.model.linux.namespace.NamespaceGates.HOSTNAME_ADDRESS;
import static watertight.model.linux.namespace.NamespaceGates.HOSTNAME_LENGTH;
import static watertight.model.linux.namespace.NamespaceGates.HOSTNAME_NEEDS_CAPABILITY;
import static watertight.model.linux.namespace.NamespaceGates.UNAME_ADDRESS;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import watertight.model.Cells;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.Result.Refused;
import watertight.model.Update;
import watertight.model.linux.Caller;
import watertight.model.linux.Fresh;
import watertight.model.linux.Reply;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TasksCell;

/** The names of a UTS namespace; man 2 sethostname, man 2 setdomainname, man 2 uname. */
public final class UtsCalls {
  /** The longest name (__NEW_UTS_LEN). */
  public static final int MOST = 64;

  private UtsCalls() {}

  /** man 2 sethostname. */
  public static Result sethostname(Caller c, String name, int length) {
    return set(c, name, length, UtsCell.SetNodename::new);
  }

  /** man 2 setdomainname: the same rule for the other name. */
  public static Result setdomainname(Caller c, String name, int length) {
    return set(c, name, length, UtsCell.SetDomainname::new);
  }

  private static Result set(
      Caller c, String name, int length, Function<String, Update<UtsState>> change) {
    Gate gate = refusal(c, name, length);
    if (gate != null) {
      return new Refused(gate);
    }
    int end = name == null ? 0 : Math.clamp(length, 0, name.length());
    String bytes = end == 0 ? "" : name.substring(0, end);
    named(c).forEach(uts -> c.cells().update(new UtsCell(uts), change.apply(bytes)));
    return Reply.zero();
  }

  private static Gate refusal(Caller c, String name, int length) {
    if (c.refuses(HOSTNAME_NEEDS_CAPABILITY, !c.can(CAP_SYS_ADMIN))) {
      return HOSTNAME_NEEDS_CAPABILITY;
    }
    if (c.refuses(HOSTNAME_LENGTH, length < 0 || length > MOST)) {
      return HOSTNAME_LENGTH;
    }
    return name == null && length != 0 ? HOSTNAME_ADDRESS : null;
  }

  /** The namespaces whose name is set: the caller's own. */
  private static Set<Uts> named(Caller c) {
    if (c.has(HOSTNAME_PER_NAMESPACE)) {
      return Set.of(c.uts());
    }
    Set<Uts> all = new LinkedHashSet<>();
    for (Task task : c.cells().get(new TasksCell()).list()) {
      if (UtsCell.of(c.cells(), task).owner() instanceof Uts uts) {
        all.add(uts);
      }
    }
    return all;
  }

  /** A new namespace begins with the names of the old one (clone_uts_ns). */
  static Uts copy(Cells cells, Uts old) {
    Uts copy = new Uts(Fresh.id(cells, id -> new UtsCell(new Uts(id))));
    cells.set(new UtsCell(copy), cells.get(new UtsCell(old)));
    return copy;
  }

  /** man 2 uname: the names of the caller's namespace. */
  public static Result uname(Caller c, boolean address) {
    if (!address) {
      return new Refused(UNAME_ADDRESS);
    }
    UtsState uts = c.cells().get(new UtsCell(c.uts()));
    return new Result.Returned(new Reply.Names(uts.nodename(), uts.domainname()));
  }
}
