package watertight.model.enclave.sgx.claim;

import static watertight.model.enclave.sgx.claim.Worlds.data;
import static watertight.model.enclave.sgx.claim.Worlds.enclave;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import watertight.model.Property;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Power;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.World;

/** The situations that the claims are looked at in. */
public final class SgxScenarios {
  private static final Set<Power> THREADS =
      EnumSet.of(Power.EENTER, Power.ERESUME, Power.EEXIT, Power.INTERRUPT);
  private static final Set<Power> INSIDE =
      EnumSet.of(Power.ENCLAVE_READ, Power.ENCLAVE_WRITE, Power.ENCLAVE_FETCH);
  private static final Set<Power> OUTSIDE =
      EnumSet.of(Power.HOST_READ, Power.HOST_WRITE, Power.HOST_FETCH);
  private static final Set<Power> EVICTION =
      EnumSet.of(Power.EBLOCK, Power.ETRACK, Power.EWB, Power.ELDU, Power.ELDB, Power.EREMOVE);
  private static final Enclave FIRST = enclave(0, data(0, "RW", "s"), data(1, "RX", "c"));
  private static final Enclave SECOND = enclave(1, data(0, "RW", "t"), data(1, "RX", "d"));

  /** What is not measured is secret. */
  private static final World SECRET =
      Worlds.evicting(1, 0, 1, 1, 0, enclave(0, Worlds.secret(0))).withRegisters();

  private static final Set<Power> LOOKING =
      powers(
          THREADS,
          EnumSet.of(
              Power.ENCLAVE_READ,
              Power.ENCLAVE_WRITE,
              Power.HOST_READ,
              Power.EBLOCK,
              Power.ETRACK,
              Power.EWB));

  private static final List<SgxScenario> ALL =
      List.of(
          scenario(
              "sgx/outside-cannot-read",
              "two enclaves at one address, an operating system that maps what it likes",
              Worlds.of(2, 1, FIRST, SECOND),
              powers(THREADS, INSIDE, OUTSIDE, EnumSet.of(Power.EDBGRD)),
              AccessProperties::outsideCannotRead,
              AccessProperties::nothingForeign),
          scenario(
              "sgx/outside-cannot-read.debug",
              "an enclave that is for debugging",
              Worlds.of(1, 1, enclave(0, true, true, "", data(0, "RW", "s"))),
              powers(THREADS, INSIDE, OUTSIDE, EnumSet.of(Power.EDBGRD)),
              AccessProperties::outsideCannotRead,
              AccessProperties::nothingForeign),
          scenario(
              "sgx/inside-can-read-outside",
              "two enclaves at one address, an operating system that maps what it likes",
              Worlds.of(2, 1, FIRST, SECOND),
              powers(THREADS, INSIDE),
              AccessProperties::insideCanReadOutside,
              AccessProperties::nothingOutside),
          scenario(
              "sgx/mapping-cannot-lie",
              "two enclaves at one address, one loaded with rights to its thread",
              Worlds.of(
                  2,
                  1,
                  enclave(0, false, true, "RW", data(0, "RW", "s"), data(1, "RX", "c")),
                  SECOND),
              powers(THREADS, INSIDE, EnumSet.of(Power.EREMOVE)),
              AccessProperties::mappingCannotLie,
              AccessProperties::nothingInside),
          scenario(
              "sgx/dma-and-prm",
              "an enclave, and a device that reads and writes every frame",
              Worlds.of(1, 1, FIRST),
              powers(THREADS, INSIDE, EnumSet.of(Power.DEVICE_READ, Power.DEVICE_WRITE)),
              AccessProperties::devicesStayOut,
              AccessProperties::noDma),
          scenario(
              "sgx/clean-exit",
              "an enclave, and code that runs on its processors before and after",
              Worlds.of(2, 1, FIRST).withRegisters(),
              powers(THREADS, INSIDE, OUTSIDE),
              ThreadProperties::cleanExit,
              world -> ThreadProperties.nobodyLeaves()),
          scenario(
              "sgx/clean-exit.eexit",
              "an enclave, and code that runs on its processors before and after",
              Worlds.of(2, 1, FIRST).withRegisters(),
              powers(THREADS, INSIDE, OUTSIDE),
              ThreadProperties::cleanEexit,
              world -> ThreadProperties.nobodyLeaves()),
          scenario(
              "sgx/no-stale-translation",
              "two processors in an enclave, an operating system that evicts and removes",
              Worlds.evicting(2, 1, 1, 1, 1, FIRST),
              powers(THREADS, EnumSet.of(Power.ENCLAVE_READ), EVICTION),
              ThreadProperties::noStaleTranslation,
              world -> ThreadProperties.noPageLeaves()),
          scenario(
              "sgx/no-rollback-of-evicted-page",
              "two enclaves at one address, of which one is built anew; one page is kept",
              Worlds.evicting(
                  1,
                  0,
                  1,
                  2,
                  1,
                  Worlds.pages(0, true, data(0, "RW", "0"), data(1, "RW", "0")),
                  Worlds.pages(1, false, data(0, "RW", "0"))),
              powers(EVICTION, EnumSet.of(Power.ECREATE)),
              PageProperties::noRollback,
              world -> PageProperties.nothingComesBack()),
          scenario(
              "sgx/lifecycle",
              "an enclave that is being built, in any order and with any rights",
              Worlds.of(2, 1, enclave(0, false, false, "")),
              powers(
                  EnumSet.of(
                      Power.ECREATE,
                      Power.EADD,
                      Power.EEXTEND,
                      Power.EINIT,
                      Power.EREMOVE,
                      Power.EENTER,
                      Power.EEXIT)),
              PageProperties::lifecycle,
              world -> ThreadProperties.nobodyEnters()),
          pair(
              "sgx/attacker-changes-nothing",
              "a thread of an enclave, under an attacker and undisturbed",
              Worlds.evicting(
                  1,
                  1,
                  1,
                  1,
                  1,
                  enclave(0, data(0, "RW", "s")),
                  Worlds.pages(1, true, data(0, "RW", "t"))),
              powers(
                  THREADS,
                  EnumSet.of(
                      Power.ENCLAVE_READ,
                      Power.ENCLAVE_WRITE,
                      Power.EBLOCK,
                      Power.ETRACK,
                      Power.EWB,
                      Power.ELDU)),
              List.of(Worlds.BASE),
              List.of("1"),
              Undisturbed::new),
          pair(
              "sgx/secret-unseen",
              "an enclave with one secret or another, and an operating system that looks",
              SECRET,
              LOOKING,
              List.of(Worlds.BASE, Worlds.BASE + 2 * Pages.SIZE, Powers.OUTSIDE),
              List.of("0", "1"),
              Secrets::withAnyAccesses),
          pair(
              "sgx/secret-unseen.memory",
              "an enclave with one secret or another, which accesses the same pages",
              SECRET,
              LOOKING,
              List.of(Worlds.BASE, Worlds.BASE + 2 * Pages.SIZE, Powers.OUTSIDE),
              List.of("0", "1"),
              Secrets::withEqualAccesses),
          scenario(
              "sgx/honest-enclave-runs",
              "two processors and two enclaves, interrupted at any step",
              Worlds.of(2, 1, FIRST, SECOND),
              powers(THREADS, INSIDE, EnumSet.of(Power.EBLOCK)),
              ThreadProperties::honest,
              world -> ThreadProperties.nobodyResumes()),
          scenario(
              "pagetable/os-guards-itself",
              "an operating system that must not read a frame, and owns the page tables",
              Worlds.guarded(false),
              powers(EnumSet.of(Power.HOST_READ, Power.PTE)),
              AccessProperties::guardedUnread,
              world -> AccessProperties.noPte()),
          scenario(
              "pagetable/os-guards-itself.monitor",
              "an operating system whose page tables a monitor writes",
              Worlds.guarded(true),
              powers(EnumSet.of(Power.HOST_READ, Power.PTE)),
              AccessProperties::guardedUnread,
              world -> AccessProperties.noPte()));

  private SgxScenarios() {}

  /** All of them. */
  public static List<SgxScenario> all() {
    return ALL;
  }

  /** The one with this name. */
  public static Optional<SgxScenario> named(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** One that judges this claim. */
  public static SgxScenario ofClaim(String claim) {
    return ALL.stream().filter(one -> one.claim().equals(claim)).findFirst().orElseThrow();
  }

  @SafeVarargs
  private static Set<Power> powers(Set<Power>... parts) {
    Set<Power> all = EnumSet.noneOf(Power.class);
    for (Set<Power> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /** The scenario of a claim, which has the claim's name. */
  private static SgxScenario scenario(
      String claim,
      String title,
      World world,
      Set<Power> may,
      Function<World, Property<Action>> predicate,
      Function<World, Property<Action>> witness) {
    Powers powers = Powers.of(world, may, List.of("0", "1"));
    SgxScenario.Judged judged = new SgxScenario.Judged.Run(predicate, witness);
    return new SgxScenario(claim, claim, title, world, powers, judged);
  }

  /** The scenario of a claim about two runs, with what is accessed and written. */
  private static SgxScenario pair(
      String claim,
      String title,
      World world,
      Set<Power> may,
      List<Long> addresses,
      List<String> values,
      SgxScenario.Runs runs) {
    Powers powers = new Powers(may, addresses, world.allFrames(), values);
    SgxScenario.Judged judged = new SgxScenario.Judged.Pair(runs);
    return new SgxScenario(claim, claim, title, world, powers, judged);
  }
}
