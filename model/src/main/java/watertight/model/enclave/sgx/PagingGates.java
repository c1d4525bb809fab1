package watertight.model.enclave.sgx;

import watertight.model.Gate;

/** SDM vol. 3D §40.3: what the leaves that move and remove EPC pages are refused for, in order. */
public enum PagingGates implements Gate {
  EPA_TARGET_VALID("epa-target-valid", SgxCode.PF),
  EBLOCK_VALID("eblock-valid", SgxCode.SGX_PG_INVLD),
  EBLOCK_TYPE("eblock-type", SgxCode.SGX_NOTBLOCKABLE),
  ETRACK_SECS("etrack-secs", SgxCode.PF),
  ETRACK_PREVIOUS_COMPLETE("etrack-previous-complete", SgxCode.SGX_PREV_TRK_INCMPL),
  EWB_VA_OTHER("ewb-va-other", SgxCode.GP),
  EWB_VALID("ewb-valid", SgxCode.PF),
  EWB_VA("ewb-va", SgxCode.PF),
  BLOCKED_BEFORE_EVICT("blocked-before-evict", SgxCode.SGX_PAGE_NOT_BLOCKED),
  TRACKED_BEFORE_EVICT("tracked-before-evict", SgxCode.SGX_NOT_TRACKED),
  /** EWB and EREMOVE of a SECS while pages of its enclave are in the EPC. */
  CHILD_PRESENT("child-present", SgxCode.SGX_CHILD_PRESENT),
  ELD_TARGET_VALID("eld-target-valid", SgxCode.PF),
  ELD_VA("eld-va", SgxCode.PF),
  ELD_SECS("eld-secs", SgxCode.PF),
  /** The MAC binds the EID of the SECS and the linear address. */
  MAC_BINDS_OWNER_AND_ADDRESS("mac-binds-owner-and-address", SgxCode.SGX_MAC_COMPARE_FAIL),
  /** An empty slot has no version. */
  ELD_SLOT_FULL("eld-slot-full", SgxCode.SGX_MAC_COMPARE_FAIL),
  /** The MAC binds the version, which is taken from the slot. */
  VERSION_ARRAY("version-array", SgxCode.SGX_MAC_COMPARE_FAIL),
  ENCLAVE_ACT_ON_REMOVE("enclave-act-on-remove", SgxCode.SGX_ENCLAVE_ACT),
  EDBGRD_PAGE("edbgrd-page", SgxCode.PF),
  EDBGRD_DEBUG_ENCLAVE("edbgrd-debug-enclave", SgxCode.GP),
  /** Not SGX: a monitor below the operating system looks at what it writes to page tables. */
  PAGETABLE_WRITES_MEDIATED("pagetable-writes-mediated", SgxCode.GP);

  private final String id;
  private final SgxCode code;

  PagingGates(String id, SgxCode code) {
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

  /** Without a page, a slot or an enclave there is nothing to go on with. */
  @Override
  public boolean isFixed() {
    return switch (this) {
      case EBLOCK_VALID,
          EBLOCK_TYPE,
          ETRACK_SECS,
          EWB_VA_OTHER,
          EWB_VALID,
          EWB_VA,
          ELD_VA,
          ELD_SECS,
          EDBGRD_PAGE ->
          true;
      case EPA_TARGET_VALID,
          ETRACK_PREVIOUS_COMPLETE,
          BLOCKED_BEFORE_EVICT,
          TRACKED_BEFORE_EVICT,
          CHILD_PRESENT,
          ELD_TARGET_VALID,
          ELD_SLOT_FULL,
          MAC_BINDS_OWNER_AND_ADDRESS,
          VERSION_ARRAY,
          ENCLAVE_ACT_ON_REMOVE,
          EDBGRD_DEBUG_ENCLAVE,
          PAGETABLE_WRITES_MEDIATED ->
          false;
    };
  }
}
