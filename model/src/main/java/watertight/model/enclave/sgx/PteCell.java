package watertight.model.enclave.sgx;

import watertight.model.Cell;

/** What the page tables of a process say of a page; absent when it is not present. */
public record PteCell(int process, long page) implements Cell<Pte> {}
