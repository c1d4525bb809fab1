package watertight.model.enclave.sgx;

/** SDM vol. 3D §38.3 to §38.5.1: what an access, or the walk for it, is refused for. */
public enum AccessGates implements SgxGate {
  /** SDM vol. 1 §3.3.7.1: bits 63 to 47 are equal. */
  LINEAR_CANONICAL("linear-canonical", SgxCode.GP, true),
  /** SDM vol. 3A §4.7: there is a translation, and it has the right. */
  PAGE_WALK("page-walk", SgxCode.PF, true),
  /** SDM vol. 3D §38.3: code outside ELRANGE is not fetched in enclave mode. */
  NO_FETCH_OUTSIDE_ELRANGE("no-fetch-outside-elrange", SgxCode.GP, false),
  /** SDM vol. 3D §38.5.1: an address in ELRANGE leads into the EPC. */
  ELRANGE_MUST_BE_EPC("elrange-must-be-epc", SgxCode.PF, false),
  /** EPCM.VALID is 1; without it there is nothing else to look at. */
  EPCM_VALID("epcm-valid", SgxCode.PF_SGX, true),
  /** EPCM.PT is PT_REG. */
  PAGE_TYPE_CHECK("page-type-check", SgxCode.PF_SGX, false),
  /** EPCM.BLOCKED is 0. */
  BLOCKED_STOPS_FILL("blocked-stops-fill", SgxCode.PF_SGX, false),
  /** EPCM.PENDING is 0. */
  PENDING_STOPS_FILL("pending-stops-fill", SgxCode.PF_SGX, false),
  /** EPCM.MODIFIED is 0. */
  MODIFIED_STOPS_FILL("modified-stops-fill", SgxCode.PF_SGX, false),
  /** EPCM.ENCLAVESECS is the active SECS. */
  EPCM_OWNER_CHECK("epcm-owner-check", SgxCode.PF_SGX, false),
  /** EPCM.ENCLAVEADDRESS is the page of the linear address. */
  EPCM_ADDRESS_CHECK("epcm-address-check", SgxCode.PF_SGX, false),
  /** EPCM.R, W, X have the right. */
  EPCM_PERMISSION_CHECK("epcm-permission-check", SgxCode.PF_SGX, false);

  private final Plate plate;

  AccessGates(String id, SgxCode code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
