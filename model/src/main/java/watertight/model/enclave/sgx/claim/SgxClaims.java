package watertight.model.enclave.sgx.claim;

import static watertight.model.Claim.Check.check;
import static watertight.model.Claim.Expected.BROKEN;
import static watertight.model.Claim.Expected.HOLDS;
import static watertight.model.Claim.Twin.twin;

import java.util.List;
import watertight.model.Claim;
import watertight.model.Claim.Check;
import watertight.model.Claim.Expected;
import watertight.model.Claim.Twin;
import watertight.model.enclave.sgx.AccessGates;
import watertight.model.enclave.sgx.BuildGates;
import watertight.model.enclave.sgx.EntryGates;
import watertight.model.enclave.sgx.PagingGates;
import watertight.model.enclave.sgx.SgxChoices;

/** The claims about SGX, and those about who owns the page tables. */
public final class SgxClaims {
  private static final String ACCESS = "SDM vol. 3D, access control";

  private static final List<Claim> ALL =
      List.of(
          claim(
              "sgx/outside-cannot-read",
              HOLDS,
              "An access of the operating system, or of another enclave, to an enclave's EPC page"
                  + " reads all ones or faults, and writes nothing.",
              ACCESS,
              twin(1, SgxChoices.ABORT_PAGE),
              twin(2, AccessGates.EPCM_OWNER_CHECK),
              twin(1, PagingGates.EDBGRD_DEBUG_ENCLAVE)),
          claim(
              "sgx/outside-cannot-read.debug",
              BROKEN,
              "The same of an enclave that is for debugging: EDBGRD reads it.",
              "SDM vol. 3D, EDBGRD",
              twin(1)),
          claim(
              "sgx/inside-can-read-outside",
              HOLDS,
              "An enclave reads and writes the memory of its process, and executes none of it.",
              ACCESS,
              twin(2, AccessGates.NO_FETCH_OUTSIDE_ELRANGE)),
          claim(
              "sgx/mapping-cannot-lie",
              HOLDS,
              "Whatever the page tables say, an enclave's access to one of its addresses faults or"
                  + " reaches the page that the EPCM has there, of this enclave, with this right.",
              ACCESS,
              twin(2, AccessGates.EPCM_ADDRESS_CHECK),
              twin(2, AccessGates.EPCM_OWNER_CHECK),
              twin(2, AccessGates.EPCM_PERMISSION_CHECK),
              twin(2, AccessGates.PAGE_TYPE_CHECK, SgxChoices.TCS_PERMISSIONS_FORCED_OFF),
              twin(2, AccessGates.ELRANGE_MUST_BE_EPC)),
          claim(
              "sgx/lifecycle",
              HOLDS,
              "An enclave that is initialised has no page but those that its author signed, with"
                  + " their rights and measured contents; none is added later, nobody enters"
                  + " before, and each processor runs a thread and a save area of its own.",
              "SDM vol. 3D, EADD, EEXTEND, EINIT, EENTER",
              twin(7, BuildGates.INIT_SEALS),
              twin(4, EntryGates.ENTRY_NEEDS_INIT),
              twin(3, BuildGates.EINIT_MEASUREMENT),
              twin(6, SgxChoices.MEASUREMENT_COVERS_PAGES),
              twin(6, SgxChoices.SECINFO_MEASURED),
              twin(8, EntryGates.TCS_NOT_ACTIVE),
              twin(7, EntryGates.SSA_PAGE_OWN)),
          claim(
              "sgx/clean-exit",
              HOLDS,
              "No translation outlives a crossing: later code on that processor reaches no EPC byte"
                  + " through it, nor an enclave ordinary memory at its own addresses; after an"
                  + " asynchronous exit no enclave register is left.",
              "SDM vol. 3D, asynchronous enclave exits",
              twin(3, SgxChoices.TLB_FLUSHED_ON_EXIT),
              twin(2, SgxChoices.TLB_FLUSHED_ON_ENTRY),
              twin(3, SgxChoices.REGISTERS_SCRUBBED_ON_EXIT)),
          claim(
              "sgx/clean-exit.eexit",
              BROKEN,
              "The same of registers after EEXIT: the processor leaves them, and to clear them is"
                  + " the duty of software.",
              "SDM vol. 3D, EEXIT",
              twin(3)),
          claim(
              "sgx/no-stale-translation",
              HOLDS,
              "A page leaves the EPC only when no processor holds a translation to it, or keeps it"
                  + " as its SECS, TCS or save area.",
              "SDM vol. 3D, EBLOCK, ETRACK, EWB, EREMOVE",
              twin(2, PagingGates.BLOCKED_BEFORE_EVICT),
              twin(5, AccessGates.BLOCKED_STOPS_FILL),
              twin(3, PagingGates.TRACKED_BEFORE_EVICT),
              twin(2, PagingGates.ENCLAVE_ACT_ON_REMOVE),
              twin(2, PagingGates.CHILD_PRESENT),
              twin(4, EntryGates.ENTRY_TCS_BLOCKED),
              twin(4, EntryGates.ENTRY_SSA_BLOCKED)),
          claim(
              "sgx/no-rollback-of-evicted-page",
              HOLDS,
              "A page comes back to the EPC only in its latest version, once, at its address, in"
                  + " its enclave, with its rights.",
              "SDM vol. 3D, EWB, ELDU",
              twin(7, PagingGates.VERSION_ARRAY),
              twin(5, SgxChoices.SLOT_CLEARED_ON_LOAD),
              twin(4, PagingGates.MAC_BINDS_OWNER_AND_ADDRESS),
              twin(7, SgxChoices.EID_NEVER_REUSED),
              twin(4, SgxChoices.RIGHTS_RESTORED_ON_LOAD)),
          claim(
              "sgx/attacker-changes-nothing",
              HOLDS,
              "Of two runs of one enclave, one under an attacker who does anything and one that"
                  + " nobody disturbs, the enclave's accesses to its own addresses give the same as"
                  + " long as it has not stopped.",
              "SDM vol. 3D, access control, EWB, ELDU",
              twin(2, AccessGates.EPCM_OWNER_CHECK),
              twin(2, AccessGates.EPCM_ADDRESS_CHECK),
              twin(10, SgxChoices.SLOT_CLEARED_ON_LOAD),
              twin(13, PagingGates.VERSION_ARRAY),
              twin(6, PagingGates.MAC_BINDS_OWNER_AND_ADDRESS)),
          claim(
              "sgx/secret-unseen",
              BROKEN,
              "Of two runs of an enclave with one secret and with another, the operating system"
                  + " sees the same: results, faults, memory, registers, evicted pages.",
              "SDM vol. 3D, access control, asynchronous enclave exits",
              twin(3)),
          claim(
              "sgx/secret-unseen.memory",
              HOLDS,
              "The same of two runs in which the enclave accesses the same pages, and tells the"
                  + " same of its own accord.",
              "SDM vol. 3D, access control, EWB, asynchronous enclave exits",
              twin(1, SgxChoices.ABORT_PAGE),
              twin(3, SgxChoices.REGISTERS_SCRUBBED_ON_EXIT),
              twin(3, SgxChoices.EVICT_ENCRYPTS)),
          claim(
              "sgx/dma-and-prm",
              HOLDS,
              "No device reads or writes a page of the EPC.",
              "SDM vol. 3D, processor reserved memory",
              twin(1, SgxChoices.PRM_RANGE_CHECK)),
          claim(
              "sgx/honest-enclave-runs",
              HOLDS,
              "Under an honest mapping an enclave reaches its pages, and a thread that no processor"
                  + " runs is entered, and resumed after an interrupt.",
              "SDM vol. 3D, EENTER, ERESUME",
              twin(3, SgxChoices.AEX_RELEASES_TCS)),
          claim(
              "pagetable/os-guards-itself",
              BROKEN,
              "An operating system that owns its page tables does not read a page that it must"
                  + " not.",
              "SDM vol. 3A, paging",
              twin(2)),
          claim(
              "pagetable/os-guards-itself.monitor",
              HOLDS,
              "The same where a monitor below it writes the page tables.",
              "SDM vol. 3A, paging",
              twin(2, PagingGates.PAGETABLE_WRITES_MEDIATED)));

  private SgxClaims() {}

  /** The claims. */
  public static List<Claim> all() {
    return ALL;
  }

  private static Claim claim(
      String name, Expected expected, String statement, String source, Twin... twins) {
    List<Check> checks = List.of(check(name, twins));
    return new Claim(name, statement, expected, Claim.guardsOf(checks), checks, List.of(source));
  }
}
