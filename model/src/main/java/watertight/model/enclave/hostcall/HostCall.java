package watertight.model.enclave.hostcall;

/**
 * A call that the enclave makes.
 *
 * @param name which one
 * @param arguments what it passes; what is left out is 0
 */
public record HostCall(CallName name, Fields arguments) {
  /** An argument. */
  public long argument(Field field) {
    return arguments.get(field);
  }

  /** Whether a flag among the arguments is set. */
  public boolean hasFlag(long flag) {
    return (argument(Field.FLAGS) & flag) != 0;
  }

  /** The lengths of all buffers of a vector together. */
  public long vectors() {
    return argument(Field.IOV0) + argument(Field.IOV1);
  }
}
