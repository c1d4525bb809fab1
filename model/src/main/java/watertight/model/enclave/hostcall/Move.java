package watertight.model.enclave.hostcall;

/** One step, of the enclave or of its host. */
public sealed interface Move {
  /** The enclave makes the next call of its program. */
  record Ask() implements Move {}

  /** The enclave copies the answer in and hands it to the shield. */
  record Check() implements Move {}

  /** The enclave uses the answer that passed. */
  record Consume() implements Move {}

  /** The host writes into the untrusted memory that holds the answer. */
  record Answer(Field field, long value) implements Move {}

  /** The host does not come back. */
  record KeepSilent() implements Move {}

  /** Whose move it is, as traces name it. */
  default String party() {
    return switch (this) {
      case Ask ask -> "e";
      case Check check -> "e";
      case Consume consume -> "e";
      case Answer answer -> "h";
      case KeepSilent silent -> "h";
    };
  }
}
