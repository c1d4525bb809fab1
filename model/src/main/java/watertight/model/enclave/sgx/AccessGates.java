package watertight.model.enclave.sgx;

import watertight.model.Gate;

/** SDM vol. 3D §38.3 to §38.5.1: what an access, or the walk for it, is refused for. */
public enum AccessGates implements Gate {
  /** SDM vol. 1 §3.3.7.1: bits 63 to 47 are not equal. */
  LINEAR_CANONICAL("linear-canonical", SgxCode.GP),
  /** SDM vol. 3A §4.7: no translation, or one without the right. */
  PAGE_WALK("page-walk", SgxCode.PF),
  /** SDM vol. 3D §38.3: code outside ELRANGE is not fetched in enclave mode. */
  NO_FETCH_OUTSIDE_ELRANGE("no-fetch-outside-elrange", SgxCode.GP),
  /** SDM vol. 3D §38.5.1: an address in ELRANGE that does not lead into the EPC. */
  ELRANGE_MUST_BE_EPC("elrange-must-be-epc", SgxCode.PF),
  /** EPCM.VALID; without it there is nothing else to look at. */
  EPCM_VALID("epcm-valid", SgxCode.PF_SGX),
  /** EPCM.PT is PT_REG. */
  PAGE_TYPE_CHECK("page-type-check", SgxCode.PF_SGX),
  /** EPCM.BLOCKED. */
  BLOCKED_STOPS_FILL("blocked-stops-fill", SgxCode.PF_SGX),
  /** EPCM.PENDING. */
  PENDING_STOPS_FILL("pending-stops-fill", SgxCode.PF_SGX),
  /** EPCM.MODIFIED. */
  MODIFIED_STOPS_FILL("modified-stops-fill", SgxCode.PF_SGX),
  /** EPCM.ENCLAVESECS is the active SECS. */
  EPCM_OWNER_CHECK("epcm-owner-check", SgxCode.PF_SGX),
  /** EPCM.ENCLAVEADDRESS is the page of the linear address. */
  EPCM_ADDRESS_CHECK("epcm-address-check", SgxCode.PF_SGX),
  /** EPCM.R, W, X. */
  EPCM_PERMISSION_CHECK("epcm-permission-check", SgxCode.PF_SGX);

  private final String id;
  private final SgxCode code;

  AccessGates(String id, SgxCode code) {
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

  @Override
  public boolean isFixed() {
    return this == LINEAR_CANONICAL || this == PAGE_WALK || this == EPCM_VALID;
  }
}
