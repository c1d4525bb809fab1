package watertight.model.linux.claim;

import static watertight.model.linux.credential.Capability.CAP_SYS_ADMIN;

import java.util.List;
import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.linux.Syscall;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.mount.MountNamespaceCell;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.namespace.Namespace;
import watertight.model.linux.namespace.NamespaceType;
import watertight.model.linux.namespace.NsProxyCell;
import watertight.model.linux.namespace.PidNamespace;
import watertight.model.linux.namespace.PidNamespaces;
import watertight.model.linux.namespace.Uts;
import watertight.model.linux.namespace.UtsCell;
import watertight.model.linux.namespace.UtsState;
import watertight.model.linux.path.NsDentry;
import watertight.model.linux.path.Path;
import watertight.model.linux.scenario.Move;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.Task;

/** The predicates of the claims about namespaces. */
final class NamespaceProperties {
  private NamespaceProperties() {}

  private static Namespace of(Cells cells, Task task, NamespaceType type) {
    return cells.view(new NsProxyCell(task), new NsProxyCell.Of(type));
  }

  private static UtsState names(Cells cells, Task task) {
    return cells.get(UtsCell.of(cells, task));
  }

  private static Cred cred(Cells cells, Task task) {
    return cells.get(new CredCell(task));
  }

  /**
   * A step changes the names that a task sees only if that is in the same UTS namespace as who
   * takes it, and has the capability; and what is set is what both see.
   */
  static Property.OfSteps<Move> ownHostname() {
    return (before, move, result, after) -> {
      Namespace actors = of(before, move.task(), NamespaceType.UTS);
      boolean mayName = cred(before, move.task()).can(CAP_SYS_ADMIN);
      for (Task task : Views.tasks(after)) {
        Namespace own = of(before, task, NamespaceType.UTS);
        boolean stays = own != null && own.equals(of(after, task, NamespaceType.UTS));
        if (!stays) {
          continue;
        }
        boolean same = names(before, task).equals(names(after, task));
        if (!same && !(mayName && own.equals(actors))) {
          return false;
        }
        if (own.equals(actors) && !sees(move, result, names(after, task))) {
          return false;
        }
      }
      return true;
    };
  }

  /** Whether a name that was set is there. */
  private static boolean sees(Move move, Result result, UtsState names) {
    return !(result instanceof Result.Returned)
        || !(move instanceof Move.Call call)
        || switch (call.call()) {
          case Syscall.Sethostname(String name, int length) -> names.nodename().equals(name);
          case Syscall.Setdomainname(String name, int length) -> names.domainname().equals(name);
          case Syscall other -> true;
        };
  }

  /** Whether a name was set while somebody is in another UTS namespace. */
  static boolean namesOne(Cells before, Move move, Result result) {
    boolean apart =
        Views.tasks(before).stream()
            .map(task -> of(before, task, NamespaceType.UTS))
            .anyMatch(own -> !own.equals(of(before, move.task(), NamespaceType.UTS)));
    return apart
        && result instanceof Result.Returned
        && move instanceof Move.Call(Task task, Syscall.Sethostname set);
  }

  /** A task that comes into a namespace of these kinds that was there had the capability. */
  static Property.OfSteps<Move> entersWith(Capability capability, NamespaceType... types) {
    return (before, move, result, after) -> {
      for (Task task : Views.tasks(before)) {
        for (NamespaceType type : types) {
          Namespace now = of(after, task, type);
          boolean entered = now != null && !now.equals(of(before, task, type));
          if (entered && existed(before, now) && !cred(before, task).can(capability)) {
            return false;
          }
        }
      }
      return true;
    };
  }

  private static boolean existed(Cells before, Namespace namespace) {
    return switch (namespace) {
      case Uts uts -> before.has(new UtsCell(uts));
      case MountNamespace mnt -> before.has(new MountNamespaceCell(mnt));
      case PidNamespace pid -> PidNamespaces.exists(before, pid);
    };
  }

  /** Whether a task without the capability tries to enter another namespace of these kinds. */
  static boolean triesToEnter(
      Cells before, Move move, Capability capability, NamespaceType... types) {
    return isEntered(before, move, types) && !cred(before, move.task()).can(capability);
  }

  /** Whether a task tries to enter another namespace of these kinds. */
  static boolean isEntered(Cells before, Move move, NamespaceType... types) {
    if (!(move instanceof Move.Call(Task task, Syscall.Setns(int fd, int type)))) {
      return false;
    }
    OpenFile file = Files.behind(before, task, fd);
    Path path = file == null ? null : before.get(new OpenFileCell(file)).pathOrNull();
    return path != null
        && path.dentry() instanceof NsDentry(Namespace target)
        && List.of(types).contains(target.type())
        && !target.equals(of(before, task, target.type()));
  }
}
