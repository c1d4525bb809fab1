package watertight.model.enclave.sgx;

import watertight.model.Gate;

/** SDM vol. 3D §40.4: what EENTER, ERESUME and other leaves of ENCLU are refused for, in order. */
public enum EntryGates implements Gate {
  ENTRY_OUTSIDE_ENCLAVE("entry-outside-enclave", SgxCode.GP),
  ENTRY_TCS_MAPPED("entry-tcs-mapped", SgxCode.PF),
  ENTRY_TCS_BLOCKED("entry-tcs-blocked", SgxCode.PF),
  ENTRY_TCS_ADDRESS("entry-tcs-address", SgxCode.PF),
  ENTRY_NEEDS_INIT("entry-needs-init", SgxCode.GP),
  ERESUME_CSSA("eresume-cssa", SgxCode.GP),
  EENTER_CSSA("eenter-cssa", SgxCode.GP),
  ENTRY_SSA_MAPPED("entry-ssa-mapped", SgxCode.PF),
  ENTRY_SSA_BLOCKED("entry-ssa-blocked", SgxCode.PF),
  SSA_PAGE_OWN("ssa-page-own", SgxCode.PF),
  TCS_NOT_ACTIVE("tcs-not-active", SgxCode.GP),
  EEXIT_IN_ENCLAVE("eexit-in-enclave", SgxCode.GP),
  EREPORT_IN_ENCLAVE("ereport-in-enclave", SgxCode.GP),
  EGETKEY_IN_ENCLAVE("egetkey-in-enclave", SgxCode.GP),
  EGETKEY_ISVSVN("egetkey-isvsvn", SgxCode.SGX_INVALID_ISVSVN);

  private final String id;
  private final SgxCode code;

  EntryGates(String id, SgxCode code) {
    this.id = id;
    this.code = code;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public SgxCode code() {
    return code;
  }

  /** Without a thread, or an enclave to leave, there is nothing to go on with. */
  @Override
  public boolean isFixed() {
    return switch (this) {
      case ENTRY_OUTSIDE_ENCLAVE,
          ENTRY_TCS_MAPPED,
          ENTRY_SSA_MAPPED,
          ERESUME_CSSA,
          EEXIT_IN_ENCLAVE,
          EREPORT_IN_ENCLAVE,
          EGETKEY_IN_ENCLAVE ->
          true;
      case ENTRY_TCS_BLOCKED,
          ENTRY_TCS_ADDRESS,
          ENTRY_NEEDS_INIT,
          EENTER_CSSA,
          ENTRY_SSA_BLOCKED,
          SSA_PAGE_OWN,
          TCS_NOT_ACTIVE,
          EGETKEY_ISVSVN ->
          false;
    };
  }
}
