package watertight.model.enclave.sgx;

import java.util.Locale;

/** Who acts. */
public enum Party {
  /** The operating system: page tables, the leaves of ENCLS, interrupts. */
  OS,
  /** What processors run outside enclave mode. */
  HOST,
  /** What processors run in enclave mode: any program. */
  ENCLAVE,
  /** A bus master. */
  DEVICE;

  /** As scenarios write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
