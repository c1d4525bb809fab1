package watertight.model.enclave.sgx;

import watertight.model.Cell;

/** What a processor's general registers hold: what was read last. */
public record RegistersCell(Processor processor) implements Cell<String> {
  /** Nothing of anybody. */
  public static final String CLEAN = "";

  @Override
  public String absent() {
    return CLEAN;
  }
}
