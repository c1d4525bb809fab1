package watertight.model.enclave.sgx;

/** SDM vol. 3D chapter 40: what ECREATE, EADD, EEXTEND and EINIT are refused for, in order. */
public enum BuildGates implements SgxGate {
  /** A leaf of ENCLS is for ring 0; an enclave is not there. */
  ENCLS_OUTSIDE_ENCLAVE("encls-outside-enclave", SgxCode.UD, false),
  /** ECREATE: EPCM.VALID of the target is 0. */
  ECREATE_TARGET_VALID("ecreate-target-valid", SgxCode.PF, false),
  /** ECREATE: SECS.SIZE is a power of two. */
  ECREATE_SIZE_POWER_OF_TWO("ecreate-size-power-of-two", SgxCode.GP, false),
  /** ECREATE: SECS.BASEADDR is a multiple of SECS.SIZE. */
  ECREATE_BASE_ALIGNED("ecreate-base-aligned", SgxCode.GP, false),
  /** EADD: SECINFO.PT is PT_REG or PT_TCS. */
  EADD_TYPE("eadd-type", SgxCode.GP, true),
  /** EADD: EPCM.VALID of the target is 0. */
  EADD_TARGET_VALID("eadd-target-valid", SgxCode.PF, false),
  /** EADD: the SECS is a valid page of type PT_SECS. */
  EADD_SECS("eadd-secs", SgxCode.PF, true),
  /** EADD: SECINFO.W of a PT_REG page comes with SECINFO.R. */
  EADD_WRITE_NEEDS_READ("eadd-write-needs-read", SgxCode.GP, false),
  /** EADD: the linear address is in ELRANGE. */
  EADD_WITHIN_ELRANGE("eadd-within-elrange", SgxCode.GP, false),
  /** EEXTEND: a chunk begins at a multiple of 256 bytes. */
  EEXTEND_ALIGNED("eextend-aligned", SgxCode.GP, false),
  /** EEXTEND: the page is a valid PT_REG or PT_TCS. */
  EEXTEND_PAGE("eextend-page", SgxCode.PF, true),
  /** EADD and EEXTEND: the SECS is not initialised. */
  INIT_SEALS("init-seals", SgxCode.GP, false),
  /** EINIT: the signature of SIGSTRUCT verifies under its key. */
  EINIT_SIGNATURE("einit-signature", SgxCode.SGX_INVALID_SIGNATURE, false),
  /** EINIT: the SECS is a valid page of type PT_SECS. */
  EINIT_SECS("einit-secs", SgxCode.PF, true),
  /** EINIT: SECS.ATTRIBUTES.INIT is 0. */
  EINIT_ONCE("einit-once", SgxCode.GP, false),
  /** EINIT: SIGSTRUCT.ENCLAVEHASH is MRENCLAVE. */
  EINIT_MEASUREMENT("einit-measurement", SgxCode.SGX_INVALID_MEASUREMENT, false),
  /** EINIT: SECS.ATTRIBUTES are those of SIGSTRUCT under its mask. */
  EINIT_ATTRIBUTES("einit-attributes", SgxCode.SGX_INVALID_ATTRIBUTE, false),
  /** EINIT: EINITTOKEN is valid, and for this enclave. */
  EINIT_TOKEN("einit-token", SgxCode.SGX_INVALID_EINITTOKEN, false);

  private final Plate plate;

  BuildGates(String id, SgxCode code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
