package watertight.model.enclave.sgx;

import watertight.model.Code;

/** SDM vol. 3D: faults, and the codes that leaf functions return in RAX. */
public enum SgxCode implements Code {
  PF("#PF"),
  PF_SGX("#PF(SGX)"),
  GP("#GP"),
  UD("#UD"),
  SGX_INVALID_SIGNATURE,
  SGX_INVALID_MEASUREMENT,
  SGX_INVALID_ATTRIBUTE,
  SGX_INVALID_EINITTOKEN,
  SGX_INVALID_ISVSVN,
  SGX_PG_INVLD,
  SGX_PG_IS_SECS,
  SGX_NOTBLOCKABLE,
  SGX_PREV_TRK_INCMPL,
  SGX_PAGE_NOT_BLOCKED,
  SGX_NOT_TRACKED,
  SGX_CHILD_PRESENT,
  SGX_ENCLAVE_ACT,
  SGX_MAC_COMPARE_FAIL,
  SGX_BLKSTATE,
  SGX_VA_SLOT_OCCUPIED;

  private final String text;

  SgxCode() {
    this.text = name();
  }

  SgxCode(String text) {
    this.text = text;
  }

  /** As the manual writes it. */
  public String text() {
    return text;
  }
}
