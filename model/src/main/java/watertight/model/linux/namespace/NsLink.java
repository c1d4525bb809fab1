package watertight.model.linux.namespace;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import watertight.model.Cells;
import watertight.model.linux.task.Task;

/** The links in /proc/PID/ns that this model has; man 7 namespaces, fs/proc/namespaces.c. */
public enum NsLink {
  UTS,
  MNT,
  PID,
  /** Where the next child will be; it leads nowhere before the first (pidns_for_children_get). */
  PID_FOR_CHILDREN;

  /** The name in /proc/PID/ns. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The link with this name. */
  public static Optional<NsLink> named(String name) {
    return Stream.of(values()).filter(link -> link.text().equals(name)).findFirst();
  }

  /** The namespace that the link of a task leads to now, or null. */
  public Namespace of(Cells cells, Task task) {
    return switch (this) {
      case UTS -> cells.view(new NsProxyCell(task), new NsProxyCell.Of(NamespaceType.UTS));
      case MNT -> cells.view(new NsProxyCell(task), new NsProxyCell.Of(NamespaceType.MNT));
      case PID -> PidNamespaces.active(cells, task);
      case PID_FOR_CHILDREN -> withInit(cells, task);
    };
  }

  private static Namespace withInit(Cells cells, Task task) {
    NsProxyCell.Of children = new NsProxyCell.Of(NamespaceType.PID);
    Namespace next = cells.view(new NsProxyCell(task), children);
    boolean begun = next instanceof PidNamespace pid && PidNamespaces.init(cells, pid) != null;
    return begun ? next : null;
  }
}
