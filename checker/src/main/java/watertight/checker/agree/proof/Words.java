package watertight.checker.agree.proof;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watertight.checker.smt.AccessOutcome;
import watertight.checker.smt.AccessText;
import watertight.model.Guards;
import watertight.model.Result;
import watertight.model.enclave.sgx.AccessCheck;
import watertight.model.enclave.sgx.AccessGates;
import watertight.model.enclave.sgx.AccessQuery;
import watertight.model.enclave.sgx.EpcmFacts;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Range;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.Seen;
import watertight.model.enclave.sgx.Use;

/** Accesses as words of 64 bits: how they are drawn, and how the model judges them. */
final class Words {
  private static final long SECS = 0x40000;

  private Words() {}

  /** An access: more often than not the address is near an edge, and the entry nearly right. */
  static AccessText.Access drawn(Random random) {
    long size = Pages.SIZE << random.nextInt(4);
    long base = (random.nextInt(4) == 0 ? random.nextLong() : 0x10000) & -size;
    long la = near(random, base, size);
    long epc = 0x800000;
    long epcSize = 0x10000;
    boolean right = random.nextInt(3) > 0;
    AccessText.Entry entry =
        new AccessText.Entry(
            random.nextInt(8) > 0,
            right ? PageType.REG : any(random, PageType.values()),
            random.nextInt(4) > 0 ? SECS : random.nextLong(),
            random.nextInt(4) > 0 ? Pages.of(la) : Pages.of(near(random, base, size)),
            rights(random),
            random.nextInt(8) == 0,
            random.nextInt(8) == 0,
            random.nextInt(8) == 0);
    return new AccessText.Access(
        random.nextInt(3) > 0,
        SECS,
        base,
        size,
        la,
        any(random, Use.values()),
        random.nextInt(8) > 0,
        random.nextInt(2) > 0 ? Rwx.ALL : rights(random),
        near(random, epc, epcSize),
        epc,
        epcSize,
        entry);
  }

  private static long near(Random random, long start, long length) {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextLong();
      case 1 -> start - 1;
      case 2 -> start + length;
      case 3 -> start + length - 1;
      case 4 -> start + random.nextLong(4 * length) - length;
      default -> start + random.nextLong(length);
    };
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static Rwx rights(Random random) {
    Set<Use> uses =
        Stream.of(Use.values()).filter(use -> random.nextInt(4) > 0).collect(Collectors.toSet());
    return new Rwx(uses);
  }

  /** What the model says of an access, with its own arithmetic of addresses. */
  static AccessOutcome judged(AccessText.Access access, Guards guards) {
    if (!Pages.isCanonical(access.la())) {
      return AccessOutcome.of(new Result.Refused(AccessGates.LINEAR_CANONICAL));
    }
    AccessQuery query =
        new AccessQuery(
            access.inEnclave(),
            access.inEnclave() && new Range(access.base(), access.size()).contains(access.la()),
            access.present() ? access.pte() : null,
            new Range(access.epc(), access.epcSize()).contains(access.pa()),
            facts(access),
            access.use());
    return switch (new AccessCheck(guards).decide(query)) {
      case AccessCheck.Outcome.Allowed allowed -> AccessOutcome.DONE;
      case AccessCheck.Outcome.AbortPage aborts ->
          AccessOutcome.of(new Result.Returned(new Seen.AbortPage()));
      case AccessCheck.Outcome.Faults faults -> AccessOutcome.of(new Result.Refused(faults.gate()));
    };
  }

  private static EpcmFacts facts(AccessText.Access access) {
    AccessText.Entry entry = access.entry();
    boolean added = entry.type() != PageType.SECS && entry.type() != PageType.VA;
    return new EpcmFacts(
        entry.valid(),
        entry.type(),
        added && entry.owner() == access.active(),
        added && entry.address() == Pages.of(access.la()),
        entry.gives(),
        entry.blocked(),
        entry.pending(),
        entry.modified());
  }
}
