package watertight.model.linux.credential;

import watertight.model.Cell;
import watertight.model.linux.task.Task;

/** A task's credentials. */
public record CredCell(Task task) implements Cell<Cred> {}
