package watertight.model.enclave.sgx;

import watertight.model.Guard;

/** What the processor does besides refusing. */
public enum SgxChoices implements Guard {
  /** SDM vol. 3D §38.3: an access from outside that leads into the EPC gets the abort page. */
  ABORT_PAGE("abort-page"),
  /** SDM vol. 3D §38.2: DMA to processor reserved memory is aborted. */
  PRM_RANGE_CHECK("prm-range-check"),
  /** EEXIT and asynchronous exits drop every translation. */
  TLB_FLUSHED_ON_EXIT("tlb-flushed-on-exit"),
  /** EENTER and ERESUME drop every translation. */
  TLB_FLUSHED_ON_ENTRY("tlb-flushed-on-entry"),
  /** An asynchronous exit saves the registers and puts synthetic values in their place. */
  REGISTERS_SCRUBBED_ON_EXIT("registers-scrubbed-on-exit"),
  /** An asynchronous exit makes the TCS inactive, so that the thread can be resumed. */
  AEX_RELEASES_TCS("aex-releases-tcs"),
  /** EADD of a TCS takes no rights from its SECINFO. */
  TCS_PERMISSIONS_FORCED_OFF("tcs-permissions-forced-off"),
  /** EADD measures the page's offset. Away: it measures nothing. */
  MEASUREMENT_COVERS_PAGES("measurement-covers-pages"),
  /** EADD measures SECINFO. */
  SECINFO_MEASURED("secinfo-measured"),
  /** EWB encrypts the page that it writes out. */
  EVICT_ENCRYPTS("evict-encrypts"),
  /** ELDU and ELDB give a page the rights it had, which the MAC binds. Away: every right. */
  RIGHTS_RESTORED_ON_LOAD("rights-restored-on-load"),
  /** ELDU and ELDB clear the slot. */
  SLOT_CLEARED_ON_LOAD("slot-cleared-on-load"),
  /** ECREATE takes an EID that no evicted page has. Away: one that no SECS in the EPC has. */
  EID_NEVER_REUSED("eid-never-reused");

  private final String id;

  SgxChoices(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
