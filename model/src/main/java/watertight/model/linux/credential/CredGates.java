package watertight.model.linux.credential;

import static watertight.model.linux.Errno.EPERM;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of calls that change credentials; kernel/sys.c, security/commoncap.c. */
public enum CredGates implements LinuxGate {
  /** man 2 setresuid: without CAP_SETUID each id is one that the caller has. */
  SETRESUID_OWN_IDS("setresuid-own-ids", EPERM),
  /** man 2 capset: without CAP_SETPCAP what may be inherited was inheritable or permitted. */
  CAPSET_INHERITABLE("capset-inheritable", EPERM),
  /** man 2 capset: what may be inherited was inheritable or is in the bounding set. */
  CAPSET_BOUNDING("capset-bounding", EPERM),
  /** man 2 capset: the permitted set never grows. */
  CAPSET_PERMITTED("capset-permitted", EPERM),
  /** man 2 capset: what is in force is permitted. */
  CAPSET_EFFECTIVE("capset-effective", EPERM);

  private final Plate plate;

  CredGates(String id, Errno code) {
    plate = new Plate(id, code, false);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
