package watertight.model.charge;

import watertight.model.Cell;

/** memcg_max_mutex: who is setting a limit. */
public record MutexCell() implements Cell<Task> {}
