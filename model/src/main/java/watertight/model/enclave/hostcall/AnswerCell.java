package watertight.model.enclave.hostcall;

import watertight.model.Cell;

/** Untrusted memory: one field of the answer. Absent where nobody will read it again. */
public record AnswerCell(Field field) implements Cell<Long> {}
