package watertight.model.enclave.sgx;

import watertight.model.Cell;

/** The bytes of a page: of a REG page in the EPC, or of ordinary memory. */
public record DataCell(Frame frame) implements Cell<String> {
  /** What an empty page holds. */
  public static final String ZEROS = "";

  @Override
  public String absent() {
    return ZEROS;
  }
}
