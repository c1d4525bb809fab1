package watertight.model.enclave.sgx;

/** What a party may do. */
public enum Power {
  HOST_READ(Party.HOST, "read"),
  HOST_WRITE(Party.HOST, "write"),
  HOST_FETCH(Party.HOST, "fetch"),
  EENTER(Party.HOST, "EENTER"),
  ERESUME(Party.HOST, "ERESUME"),
  ENCLAVE_READ(Party.ENCLAVE, "read"),
  ENCLAVE_WRITE(Party.ENCLAVE, "write"),
  ENCLAVE_FETCH(Party.ENCLAVE, "fetch"),
  EEXIT(Party.ENCLAVE, "EEXIT"),
  EGETKEY(Party.ENCLAVE, "EGETKEY"),
  DEVICE_READ(Party.DEVICE, "read"),
  DEVICE_WRITE(Party.DEVICE, "write"),
  INTERRUPT(Party.OS, "interrupt"),
  PTE(Party.OS, "pte"),
  ECREATE(Party.OS, "ECREATE"),
  EADD(Party.OS, "EADD"),
  EEXTEND(Party.OS, "EEXTEND"),
  EINIT(Party.OS, "EINIT"),
  EPA(Party.OS, "EPA"),
  EBLOCK(Party.OS, "EBLOCK"),
  ETRACK(Party.OS, "ETRACK"),
  EWB(Party.OS, "EWB"),
  ELDU(Party.OS, "ELDU"),
  ELDB(Party.OS, "ELDB"),
  EREMOVE(Party.OS, "EREMOVE"),
  EDBGRD(Party.OS, "EDBGRD");

  private final Party party;
  private final String word;

  Power(Party party, String word) {
    this.party = party;
    this.word = word;
  }

  /** Whose it is. */
  public Party party() {
    return party;
  }

  /** As scenarios write it. */
  public String word() {
    return word;
  }

  /** What lets code inside or outside an enclave access memory. */
  static Power of(Use use, boolean inside) {
    return switch (use) {
      case READ -> inside ? ENCLAVE_READ : HOST_READ;
      case WRITE -> inside ? ENCLAVE_WRITE : HOST_WRITE;
      case FETCH -> inside ? ENCLAVE_FETCH : HOST_FETCH;
    };
  }
}
