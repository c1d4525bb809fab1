package watertight.checker.smt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import watertight.model.Guard;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SgxGuards;
import watertight.model.enclave.sgx.Use;

/** {@code specs/smt/sgx-access.smt2} as a judge of single accesses. For one thread. */
public final class AccessText implements AutoCloseable {
  /** The checks of which the text speaks. */
  public static final List<Guard> GUARDS =
      SgxGuards.removable().stream().filter(g -> script().flags().contains(g.id())).toList();

  private final Session session = new Session();
  private boolean pushed;

  /** Reads a text. */
  public AccessText(SmtScript script) {
    script.common().forEach(command -> say(command.text()));
  }

  /** The text. */
  public static SmtScript script() {
    return SmtScripts.named("sgx-access");
  }

  /**
   * An entry of the EPCM.
   *
   * @param valid VALID
   * @param type PT
   * @param owner ENCLAVESECS
   * @param address ENCLAVEADDRESS
   * @param gives R, W, X
   * @param blocked BLOCKED
   * @param pending PENDING
   * @param modified MODIFIED
   */
  public record Entry(
      boolean valid,
      PageType type,
      long owner,
      long address,
      Rwx gives,
      boolean blocked,
      boolean pending,
      boolean modified) {}

  /**
   * An access that no kept translation serves.
   *
   * @param inEnclave whether the processor is in enclave mode
   * @param active the SECS of the enclave that it runs
   * @param base where its ELRANGE begins
   * @param size how long that is
   * @param la the linear address
   * @param use what the access does
   * @param present whether there is a translation
   * @param pte the rights that it gives
   * @param pa where it leads
   * @param epc where the enclave page cache begins
   * @param epcSize how long that is
   * @param entry the EPCM entry of the page there
   */
  public record Access(
      boolean inEnclave,
      long active,
      long base,
      long size,
      long la,
      Use use,
      boolean present,
      Rwx pte,
      long pa,
      long epc,
      long epcSize,
      Entry entry) {}

  /** Asks about the text with just these guards away. */
  public void with(Set<Guard> away) {
    if (pushed) {
      say("(pop 1)");
    }
    say("(push 1)");
    pushed = true;
    GUARDS.forEach(g -> say("(assert (= %s %s))".formatted(g.id(), !away.contains(g))));
  }

  /** What the text says of an access. */
  public AccessOutcome judge(Access access) {
    String answer = say("(push 1)" + facts(access) + "(check-sat)(eval outcome)(pop 1)");
    if (!answer.startsWith("sat")) {
      throw new IllegalStateException("an access that the text does not have: " + access);
    }
    return AccessOutcome.ofWord(answer.substring("sat".length()).strip());
  }

  private static String facts(Access access) {
    Entry e = access.entry();
    String entry =
        "(entry %s %s %s %s %s %s %s %s)"
            .formatted(
                e.valid(),
                e.type().name().toLowerCase(Locale.ROOT),
                word(e.owner()),
                word(e.address()),
                rights(e.gives()),
                e.blocked(),
                e.pending(),
                e.modified());
    return same("in-enclave", access.inEnclave())
        + same("active", word(access.active()))
        + same("base", word(access.base()))
        + same("size", word(access.size()))
        + same("la", word(access.la()))
        + same("use", useWord(access.use()))
        + same("present", access.present())
        + same("pte", rights(access.pte()))
        + same("pa", word(access.pa()))
        + same("epc", word(access.epc()))
        + same("epc-size", word(access.epcSize()))
        + same("e", entry);
  }

  /** An access of this outcome, of which a part is drawn; empty when there is none so. */
  public Optional<Access> find(AccessOutcome outcome, Random random) {
    StringBuilder part = new StringBuilder("(push 1)");
    part.append(same("outcome", outcome.word()));
    part.append(same("use", useWord(Use.values()[random.nextInt(Use.values().length)])));
    part.append(same("in-enclave", random.nextInt(4) > 0));
    part.append(same("(within la base size)", random.nextBoolean()));
    part.append(same("((_ extract 47 12) la)", "#x%09x".formatted(random.nextLong(1L << 36))));
    part.append(same("cached", random.nextInt(4) > 0));
    for (String flag : List.of("blocked", "pending", "modified")) {
      part.append(same("(" + flag + " e)", random.nextInt(8) == 0));
    }
    part.append(same("(belongs e active)", random.nextInt(4) > 0));
    try {
      String answer = say(part + "(check-sat)");
      return answer.equals("sat") ? Optional.of(found()) : Optional.empty();
    } finally {
      say("(pop 1)");
    }
  }

  private Access found() {
    Valuation v = term -> say("(eval " + term + " :completion true)");
    Entry entry =
        new Entry(
            is(v, "(valid e)"),
            PageType.valueOf(v.of("(type e)").toUpperCase(Locale.ROOT)),
            number(v, "(owner e)"),
            number(v, "(address e)"),
            rights(v, "(gives e)"),
            is(v, "(blocked e)"),
            is(v, "(pending e)"),
            is(v, "(modified e)"));
    return new Access(
        is(v, "in-enclave"),
        number(v, "active"),
        number(v, "base"),
        number(v, "size"),
        number(v, "la"),
        use(v),
        is(v, "present"),
        rights(v, "pte"),
        number(v, "pa"),
        number(v, "epc"),
        number(v, "epc-size"),
        entry);
  }

  private static String same(String term, Object value) {
    return "(assert (= %s %s))".formatted(term, value);
  }

  private static String word(long value) {
    return "#x%016x".formatted(value);
  }

  private static String rights(Rwx rwx) {
    return "(rights %s %s %s)"
        .formatted(rwx.allows(Use.READ), rwx.allows(Use.WRITE), rwx.allows(Use.FETCH));
  }

  private static String useWord(Use use) {
    return switch (use) {
      case READ -> "load";
      case WRITE -> "store";
      case FETCH -> "fetch";
    };
  }

  static boolean is(Valuation found, String term) {
    return found.of(term).equals("true");
  }

  static long number(Valuation found, String term) {
    return Long.parseUnsignedLong(found.of(term).substring("#x".length()), 16);
  }

  static Rwx rights(Valuation found, String term) {
    String letters =
        List.of("r", "w", "x").stream()
            .filter(right -> is(found, "(" + right + " " + term + ")"))
            .collect(Collectors.joining());
    return Rwx.of(letters.toUpperCase(Locale.ROOT));
  }

  static Use use(Valuation found) {
    String word = found.of("use");
    return List.of(Use.values()).stream()
        .filter(use -> useWord(use).equals(word))
        .findFirst()
        .orElseThrow();
  }

  private String say(String command) {
    return session.say(command);
  }

  @Override
  public void close() {
    session.close();
  }
}
