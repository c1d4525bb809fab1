package watertight.model.enclave.sgx;

import watertight.model.Cell;

/** The version in a slot of a version array; absent when the slot is empty. */
public record SlotCell(Frame va, int slot) implements Cell<Integer> {}
