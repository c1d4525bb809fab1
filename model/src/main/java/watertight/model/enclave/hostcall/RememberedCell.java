package watertight.model.enclave.hostcall;

import watertight.model.Cell;

/** What the enclave remembers. */
public record RememberedCell() implements Cell<Remembered> {}
