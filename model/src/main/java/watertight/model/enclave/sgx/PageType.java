package watertight.model.enclave.sgx;

/** SDM vol. 3D, EPCM: PT, the type of an EPC page. */
public enum PageType {
  SECS,
  TCS,
  REG,
  VA,
  TRIM;

  /** Whether it is a type that EADD makes, which EBLOCK, EWB and ELDU treat as an enclave's own. */
  public boolean isRegOrTcs() {
    return this == REG || this == TCS;
  }
}
