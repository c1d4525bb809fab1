package watertight.model.enclave.hostcall.claim;

import static watertight.model.Claim.Check.check;
import static watertight.model.Claim.Expected.BROKEN;
import static watertight.model.Claim.Expected.HOLDS;
import static watertight.model.Claim.Twin.twin;
import static watertight.model.enclave.hostcall.HostcallGuards.*;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Claim;

/** The claims about answers of a hostile host, and what no check of an answer can see. */
public final class IagoClaims {
  private static final List<Claim> ALL = made();

  private IagoClaims() {}

  /** All of them. */
  public static List<Claim> all() {
    return ALL;
  }

  private static List<Claim> made() {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        new Claim(
            "iago/results-checked",
            "Whatever the host answers, and whenever it changes its answer: no enclave byte outside"
                + " the destination changes, none outside the source leaves, and the caller is told"
                + " what POSIX allows, or an error.",
            HOLDS,
            Claim.guardsOf(ShieldedCalls.HARMLESS),
            ShieldedCalls.HARMLESS,
            List.of(
                "Checkoway and Shacham, ASPLOS 2013",
                "Van Bulck et al., A Tale of Two Worlds, CCS 2019")));
    claims.add(
        new Claim(
            "iago/honest-answer-passes",
            "Utility: what an honest host may answer is never turned into an error, short counts,"
                + " interruptions, truncated messages and zero among it.",
            HOLDS,
            Claim.guardsOf(ShieldedCalls.USEFUL),
            ShieldedCalls.USEFUL,
            List.of("man 2 read; man 2 recv; man 7 signal; man 2 brk")));
    claims.add(
        new Claim(
            "iago/randomness-not-chosen",
            "What the enclave takes for random was not chosen by the host.",
            HOLDS,
            List.of(RANDOMNESS_NOT_FROM_HOST),
            List.of(check("iago/randomness-not-chosen", twin(4, RANDOMNESS_NOT_FROM_HOST))),
            List.of("Checkoway and Shacham, ASPLOS 2013")));
    claims.add(
        new Claim(
            "iago/wide-words",
            "For all addresses, lengths and sums of 64 bits: no byte of a new mapping is the"
                + " enclave's or of a mapping that there is, and none that is copied, sent or taken"
                + " from the stack lies beside its buffer.",
            HOLDS,
            Claim.guardsOf(ShieldedCalls.WIDE),
            ShieldedCalls.WIDE,
            List.of("Van Bulck et al., A Tale of Two Worlds, CCS 2019, class 6")));
    claims.add(
        new Claim(
            "iago/wide-values",
            "For all values of 64 bits: a descriptor, a position, a length beside a message, a"
                + " number of what is ready, a time, or the number of a process that passes is one"
                + " that the manual page allows.",
            HOLDS,
            Claim.guardsOf(ShieldedCalls.VALUES),
            ShieldedCalls.VALUES,
            List.of("Van Bulck et al., A Tale of Two Worlds, CCS 2019, class 9")));
    claims.add(
        new Claim(
            "iago/memory-apart",
            "After any run of mmap, munmap, mremap and brk: what the enclave is given is not its"
                + " own, and was not given to it already.",
            HOLDS,
            Claim.guardsOf(ShieldedCalls.APART),
            ShieldedCalls.APART,
            List.of("Checkoway and Shacham, ASPLOS 2013; man 2 mmap; man 2 brk")));
    claims.addAll(UnshieldedCalls.ALL);
    claims.addAll(unchecked());
    return List.copyOf(claims);
  }

  private static List<Claim> unchecked() {
    return List.of(
        broken(
            "contents",
            7,
            "With every check: what is read from a file is what was written there.",
            "Checkoway and Shacham, ASPLOS 2013"),
        broken(
            "randomness",
            4,
            "With every check but the refusal to ask: bytes of getrandom are nobody's choice.",
            "Checkoway and Shacham, ASPLOS 2013"),
        broken(
            "pid",
            4,
            "With every check: the first process number that is told is the process's own.",
            "Checkoway and Shacham, ASPLOS 2013"),
        broken(
            "time-ahead",
            4,
            "With every check: no time is told that is not yet.",
            "man 2 clock_gettime"),
        broken(
            "no-answer",
            2,
            "With every check: each call is answered.",
            "Checkoway and Shacham, ASPLOS 2013"));
  }

  private static Claim broken(String what, int steps, String statement, String source) {
    String name = "iago/unchecked." + what;
    return new Claim(
        name, statement, BROKEN, List.of(), List.of(check(name, twin(steps))), List.of(source));
  }
}
