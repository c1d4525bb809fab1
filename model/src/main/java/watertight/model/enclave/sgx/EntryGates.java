package watertight.model.enclave.sgx;

/** SDM vol. 3D §40.4: what EENTER, ERESUME and other leaves of ENCLU are refused for, in order. */
public enum EntryGates implements SgxGate {
  /** EENTER, ERESUME: CR_ENCLAVE_MODE is 0. */
  ENTRY_OUTSIDE_ENCLAVE("entry-outside-enclave", SgxCode.GP, true),
  /** EENTER, ERESUME: the address of the TCS leads to a valid page of type PT_TCS. */
  ENTRY_TCS_MAPPED("entry-tcs-mapped", SgxCode.PF, true),
  /** EENTER, ERESUME: EPCM.BLOCKED of the TCS is 0. */
  ENTRY_TCS_BLOCKED("entry-tcs-blocked", SgxCode.PF, false),
  /** EENTER, ERESUME: EPCM.ENCLAVEADDRESS of the TCS is the address that was given. */
  ENTRY_TCS_ADDRESS("entry-tcs-address", SgxCode.PF, false),
  /** EENTER, ERESUME: SECS.ATTRIBUTES.INIT is 1. */
  ENTRY_NEEDS_INIT("entry-needs-init", SgxCode.GP, false),
  /** ERESUME: TCS.CSSA is not 0: there is something to resume. */
  ERESUME_CSSA("eresume-cssa", SgxCode.GP, true),
  /** EENTER: TCS.CSSA is below TCS.NSSA. */
  EENTER_CSSA("eenter-cssa", SgxCode.GP, false),
  /** EENTER, ERESUME: the frame of the save area leads to a valid page. */
  ENTRY_SSA_MAPPED("entry-ssa-mapped", SgxCode.PF, true),
  /** EENTER, ERESUME: EPCM.BLOCKED of the save area is 0. */
  ENTRY_SSA_BLOCKED("entry-ssa-blocked", SgxCode.PF, false),
  /**
   * EENTER, ERESUME: the save area is a PT_REG page of this enclave at its address, with R and W.
   */
  SSA_PAGE_OWN("ssa-page-own", SgxCode.PF, false),
  /** EENTER, ERESUME: no processor runs the thread. */
  TCS_NOT_ACTIVE("tcs-not-active", SgxCode.GP, false),
  /** EEXIT: CR_ENCLAVE_MODE is 1. */
  EEXIT_IN_ENCLAVE("eexit-in-enclave", SgxCode.GP, true),
  /** EREPORT: CR_ENCLAVE_MODE is 1. */
  EREPORT_IN_ENCLAVE("ereport-in-enclave", SgxCode.GP, true),
  /** EGETKEY: CR_ENCLAVE_MODE is 1. */
  EGETKEY_IN_ENCLAVE("egetkey-in-enclave", SgxCode.GP, true),
  /** EGETKEY: KEYREQUEST.ISVSVN is at most SECS.ISVSVN. */
  EGETKEY_ISVSVN("egetkey-isvsvn", SgxCode.SGX_INVALID_ISVSVN, false);

  private final Plate plate;

  EntryGates(String id, SgxCode code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
