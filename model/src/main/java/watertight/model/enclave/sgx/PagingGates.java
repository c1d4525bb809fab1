package watertight.model.enclave.sgx;

/** SDM vol. 3D §40.3: what the leaves that move and remove EPC pages are refused for, in order. */
public enum PagingGates implements SgxGate {
  /** EPA: EPCM.VALID of the target is 0. */
  EPA_TARGET_VALID("epa-target-valid", SgxCode.PF, false),
  /** EBLOCK: EPCM.VALID is 1. */
  EBLOCK_VALID("eblock-valid", SgxCode.SGX_PG_INVLD, true),
  /** EBLOCK: EPCM.PT is not PT_SECS. */
  EBLOCK_SECS("eblock-secs", SgxCode.SGX_PG_IS_SECS, true),
  /** EBLOCK: EPCM.PT is PT_REG or PT_TCS. */
  EBLOCK_TYPE("eblock-type", SgxCode.SGX_NOTBLOCKABLE, true),
  /** ETRACK: the SECS is a valid page of type PT_SECS. */
  ETRACK_SECS("etrack-secs", SgxCode.PF, true),
  /** ETRACK: no processor is inside since before the current epoch. */
  ETRACK_PREVIOUS_COMPLETE("etrack-previous-complete", SgxCode.SGX_PREV_TRK_INCMPL, false),
  /** EWB: the page and the version array differ. */
  EWB_VA_OTHER("ewb-va-other", SgxCode.GP, true),
  /** EWB: EPCM.VALID of the page is 1. */
  EWB_VALID("ewb-valid", SgxCode.PF, true),
  /** EWB: the slot is in a valid page of type PT_VA. */
  EWB_VA("ewb-va", SgxCode.PF, true),
  /** EWB of PT_REG and PT_TCS: EPCM.BLOCKED is 1. */
  BLOCKED_BEFORE_EVICT("blocked-before-evict", SgxCode.SGX_PAGE_NOT_BLOCKED, false),
  /** EWB of PT_REG and PT_TCS: ETRACK was done since EBLOCK, and whoever was inside has left. */
  TRACKED_BEFORE_EVICT("tracked-before-evict", SgxCode.SGX_NOT_TRACKED, false),
  /** EWB, EREMOVE of a PT_SECS: no page of its enclave is in the EPC. */
  CHILD_PRESENT("child-present", SgxCode.SGX_CHILD_PRESENT, false),
  /** ELDU, ELDB: EPCM.VALID of the target is 0. */
  ELD_TARGET_VALID("eld-target-valid", SgxCode.PF, false),
  /** ELDU, ELDB: the slot is in a valid page of type PT_VA. */
  ELD_VA("eld-va", SgxCode.PF, true),
  /** ELDU, ELDB of PT_REG and PT_TCS: the SECS is a valid page of type PT_SECS. */
  ELD_SECS("eld-secs", SgxCode.PF, true),
  /** ELDU, ELDB: the MAC binds the EID of the SECS and the linear address. */
  MAC_BINDS_OWNER_AND_ADDRESS("mac-binds-owner-and-address", SgxCode.SGX_MAC_COMPARE_FAIL, false),
  /** ELDU, ELDB: the slot is not empty: an empty one has no version. */
  ELD_SLOT_FULL("eld-slot-full", SgxCode.SGX_MAC_COMPARE_FAIL, false),
  /** ELDU, ELDB: the MAC binds the version, which is taken from the slot. */
  VERSION_ARRAY("version-array", SgxCode.SGX_MAC_COMPARE_FAIL, false),
  /** EREMOVE: no processor is inside the enclave of the page. */
  ENCLAVE_ACT_ON_REMOVE("enclave-act-on-remove", SgxCode.SGX_ENCLAVE_ACT, false),
  /** EDBGRD: the page is a valid PT_REG or PT_TCS. */
  EDBGRD_PAGE("edbgrd-page", SgxCode.PF, true),
  /** EDBGRD: SECS.ATTRIBUTES.DEBUG is 1. */
  EDBGRD_DEBUG_ENCLAVE("edbgrd-debug-enclave", SgxCode.GP, false),
  /** Not SGX: a monitor below the operating system looks at what it writes to page tables. */
  PAGETABLE_WRITES_MEDIATED("pagetable-writes-mediated", SgxCode.GP, false);

  private final Plate plate;

  PagingGates(String id, SgxCode code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
