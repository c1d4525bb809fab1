package watertight.model.linux.namespace;

import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;

/**
 * The namespaces that a task is in (struct nsproxy).
 *
 * @param uts whose host name it sees
 * @param mnt whose mounts it sees
 * @param pid where its children will be (pid_ns_for_children)
 */
public record NsProxy(Uts uts, MountNamespace mnt, PidNamespace pid) implements Referring<NsProxy> {
  @Override
  public void eachRef(Consumer<Ref> visitor) {
    visitor.accept(uts);
    visitor.accept(mnt);
  }

  @Override
  public NsProxy renamed(Renaming renaming) {
    return new NsProxy(renaming.of(uts), renaming.of(mnt), pid);
  }

  /** The namespace of a kind. */
  public Namespace of(NamespaceType type) {
    return switch (type) {
      case UTS -> uts;
      case MNT -> mnt;
      case PID -> pid;
    };
  }

  /** With another namespace in the place of the one of its kind. */
  public NsProxy with(Namespace namespace) {
    return switch (namespace) {
      case Uts other -> new NsProxy(other, mnt, pid);
      case MountNamespace other -> new NsProxy(uts, other, pid);
      case PidNamespace other -> new NsProxy(uts, mnt, other);
    };
  }
}
