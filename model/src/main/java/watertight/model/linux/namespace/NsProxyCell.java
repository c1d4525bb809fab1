package watertight.model.linux.namespace;

import watertight.model.Cell;
import watertight.model.View;
import watertight.model.linux.task.Task;

/** The namespaces that a task is in; absent once it has ended (exit_task_namespaces). */
public record NsProxyCell(Task task) implements Cell<NsProxy> {
  /** The namespace of a kind, or null. */
  public record Of(NamespaceType type) implements View<NsProxy, Namespace> {
    @Override
    public Namespace of(NsProxy proxy) {
      return proxy == null ? null : proxy.of(type);
    }
  }
}
