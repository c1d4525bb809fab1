package watertight.model.enclave.sgx;

/** What an access does. */
public enum Use {
  READ("R", "read"),
  WRITE("W", "write"),
  FETCH("X", "fetch");

  private final String letter;
  private final String verb;

  Use(String letter, String verb) {
    this.letter = letter;
    this.verb = verb;
  }

  /** The right that it needs. */
  public String letter() {
    return letter;
  }

  /** As a step is written. */
  public String verb() {
    return verb;
  }
}
