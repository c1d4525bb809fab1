package watertight.model.enclave.sgx;

/** SDM vol. 3D, EPCM: PT, the type of an EPC page. */
public enum PageType {
  SECS,
  TCS,
  REG,
  VA,
  TRIM
}
