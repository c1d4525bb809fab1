package watertight.model.enclave.sgx;

import watertight.model.Gate;

/** SDM vol. 3D chapter 40: what ECREATE, EADD, EEXTEND and EINIT are refused for, in order. */
public enum BuildGates implements Gate {
  /** A leaf of ENCLS is for ring 0; an enclave is not there. */
  ENCLS_OUTSIDE_ENCLAVE("encls-outside-enclave", SgxCode.UD),
  ECREATE_TARGET_VALID("ecreate-target-valid", SgxCode.PF),
  ECREATE_SIZE_POWER_OF_TWO("ecreate-size-power-of-two", SgxCode.GP),
  ECREATE_BASE_ALIGNED("ecreate-base-aligned", SgxCode.GP),
  EADD_TYPE("eadd-type", SgxCode.GP),
  EADD_TARGET_VALID("eadd-target-valid", SgxCode.PF),
  EADD_SECS("eadd-secs", SgxCode.PF),
  EADD_WRITE_NEEDS_READ("eadd-write-needs-read", SgxCode.GP),
  EADD_WITHIN_ELRANGE("eadd-within-elrange", SgxCode.GP),
  EEXTEND_ALIGNED("eextend-aligned", SgxCode.GP),
  EEXTEND_PAGE("eextend-page", SgxCode.PF),
  /** EADD and EEXTEND: the SECS is not initialised. */
  INIT_SEALS("init-seals", SgxCode.GP),
  EINIT_SECS("einit-secs", SgxCode.PF),
  EINIT_ONCE("einit-once", SgxCode.GP),
  EINIT_SIGNATURE("einit-signature", SgxCode.SGX_INVALID_SIGNATURE),
  EINIT_MEASUREMENT("einit-measurement", SgxCode.SGX_INVALID_MEASUREMENT),
  EINIT_ATTRIBUTES("einit-attributes", SgxCode.SGX_INVALID_ATTRIBUTE),
  EINIT_TOKEN("einit-token", SgxCode.SGX_INVALID_EINITTOKEN);

  private final String id;
  private final SgxCode code;

  BuildGates(String id, SgxCode code) {
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

  /** Without a structure there is nothing to go on with. */
  @Override
  public boolean isFixed() {
    return this == EADD_SECS || this == EEXTEND_PAGE || this == EINIT_SECS || this == EADD_TYPE;
  }
}
