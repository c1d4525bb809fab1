package watertight.model.linux.scenario;

import watertight.model.Cell;
import watertight.model.linux.task.Task;

/** The name of the party that a task belongs to: its own, or that of the task that made it. */
public record PartyCell(Task task) implements Cell<String> {}
