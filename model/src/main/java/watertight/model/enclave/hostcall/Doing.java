package watertight.model.enclave.hostcall;

/** Where the runtime of the enclave is. */
public sealed interface Doing {
  /** Before the next call of its program. */
  record Ready() implements Doing {}

  /** It has asked, and there is an answer in untrusted memory. */
  record Asked() implements Doing {}

  /** The answer passed; here is the copy that was made of it, with what was clamped. */
  record Passed(Fields copy) implements Doing {}

  /** It waits for an answer that does not come. */
  record Forgotten() implements Doing {}
}
