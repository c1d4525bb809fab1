package watertight.model.enclave.hostcall;

/**
 * A piece of the enclave's memory that has a name: its stack, its code, an object.
 *
 * @param name the name
 * @param bytes where it lies
 */
public record Region(String name, Range bytes) {}
