package watertight.model.linux.namespace;

import watertight.model.Cell;

/**
 * A PID namespace below the world's own, of which {@link watertight.model.linux.task.TasksCell}
 * tells.
 */
public record PidNamespaceCell(PidNamespace namespace) implements Cell<PidNamespaceState> {}
