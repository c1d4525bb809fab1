package watertight.model.enclave.hostcall;

import watertight.model.Cell;

/** Where the runtime is. */
public record DoingCell() implements Cell<Doing> {}
