package watertight.checker.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import watertight.model.Guards;
import watertight.model.enclave.sgx.AccessCheck;
import watertight.model.enclave.sgx.AccessQuery;
import watertight.model.enclave.sgx.EpcmFacts;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SgxCode;
import watertight.model.enclave.sgx.Use;

/**
 * The decision table of SGX's access check: a case says what the check sees, with fields left out
 * where every value must give the same answer.
 */
final class AccessVectors {
  private static final List<String> FLAGS = List.of("BLOCKED", "PENDING", "MODIFIED");
  private final JsonNode one;
  private final AccessCheck check;

  private AccessVectors(JsonNode one, Guards guards) {
    this.one = one;
    this.check = new AccessCheck(guards);
  }

  /** What the model says, or why the case is not in the form. */
  sealed interface Answer {
    /** What it says; several answers where a field that is left out matters. */
    record Says(String text, Optional<String> gate) implements Answer {}

    /** A field is missing, or has no such value. */
    record Malformed(String why) implements Answer {}
  }

  /** A value that no case can have. */
  private static final class BadField extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadField(String message) {
      super(message);
    }
  }

  /** Asks the model, with these guards in force, about a case. */
  static Answer ask(JsonNode one, Guards guards) {
    try {
      return new AccessVectors(one, guards).ask();
    } catch (BadField e) {
      return new Answer.Malformed(String.valueOf(e.getMessage()));
    }
  }

  private Answer ask() {
    Set<String> texts = new LinkedHashSet<>();
    Set<String> gates = new LinkedHashSet<>();
    for (AccessQuery query : queries()) {
      switch (check.decide(query)) {
        case AccessCheck.Outcome.Allowed allowed -> texts.add("allow");
        case AccessCheck.Outcome.AbortPage aborts ->
            texts.add(
                query.use() == Use.WRITE
                    ? "abort_page(write dropped)"
                    : "abort_page(reads all ones)");
        case AccessCheck.Outcome.Faults faults -> {
          texts.add(((SgxCode) faults.gate().code()).text());
          gates.add(faults.gate().id());
        }
      }
    }
    Optional<String> gate =
        gates.size() == 1 && texts.size() == 1
            ? Optional.of(gates.iterator().next())
            : Optional.empty();
    return new Answer.Says(String.join(" or ", texts), gate);
  }

  private List<AccessQuery> queries() {
    JsonNode epcm = one.path("epcm");
    boolean noEpc = epcm.isNull() || epcm.isMissingNode();
    List<EpcmFacts> entries = noEpc ? List.of(EpcmFacts.INVALID) : entries(epcm);
    List<AccessQuery> queries = new ArrayList<>();
    for (boolean enclaveMode : bits(one, "enclave_mode")) {
      for (boolean inElrange : bits(one, "la_in_elrange")) {
        for (boolean inEpc : noEpc ? List.of(false) : bits(one, "pa_in_epc")) {
          for (EpcmFacts entry : entries) {
            queries.add(new AccessQuery(enclaveMode, inElrange, pte(), inEpc, entry, use()));
          }
        }
      }
    }
    return queries;
  }

  private Use use() {
    String letter = one.path("access").asString("");
    return Stream.of(Use.values())
        .filter(use -> use.letter().equals(letter))
        .findFirst()
        .orElseThrow(() -> new BadField("access \"" + letter + "\", expected R, W or X"));
  }

  private Rwx pte() {
    String letters = one.path("pte").asString("");
    return letters.equals("none") ? null : rights("pte", letters);
  }

  private static Rwx rights(String field, String letters) {
    Rwx rwx = Rwx.of(letters);
    if (rwx.uses().size() != letters.length()) {
      throw new BadField(field + " \"" + letters + "\", expected letters out of RWX");
    }
    return rwx;
  }

  private static List<Boolean> bits(JsonNode from, String field) {
    JsonNode value = from.path(field);
    if (value.isNull() || value.isMissingNode()) {
      return List.of(false, true);
    }
    if (!value.isIntegralNumber() || value.asInt() < 0 || value.asInt() > 1) {
      throw new BadField(field + " " + value + ", expected 0 or 1");
    }
    return List.of(value.asInt() == 1);
  }

  private static List<EpcmFacts> entries(JsonNode epcm) {
    List<EpcmFacts> entries = new ArrayList<>();
    for (boolean valid : bits(epcm, "valid")) {
      for (boolean owned : bits(epcm, "secs_match")) {
        for (boolean there : bits(epcm, "addr_match")) {
          for (PageType type : types(epcm.path("pt"))) {
            for (Rwx rwx : rights(epcm.path("rwx"))) {
              for (Set<String> flags : flags(epcm.path("flags"))) {
                entries.add(
                    new EpcmFacts(
                        valid,
                        type,
                        owned,
                        there,
                        rwx,
                        flags.contains("BLOCKED"),
                        flags.contains("PENDING"),
                        flags.contains("MODIFIED")));
              }
            }
          }
        }
      }
    }
    return entries;
  }

  private static boolean isAny(JsonNode value) {
    return value.isNull() || value.isMissingNode();
  }

  private static List<PageType> types(JsonNode value) {
    List<PageType> types =
        Stream.of(PageType.values())
            .filter(type -> isAny(value) || type.name().equals(value.asString("")))
            .toList();
    if (types.isEmpty()) {
      throw new BadField("pt " + value + ", expected SECS, TCS, REG, VA or TRIM");
    }
    return types;
  }

  private static List<Rwx> rights(JsonNode value) {
    return isAny(value)
        ? subsets(List.of("R", "W", "X")).stream()
            .map(letters -> Rwx.of(String.join("", letters)))
            .toList()
        : List.of(rights("rwx", value.asString("?")));
  }

  private static List<Set<String>> flags(JsonNode value) {
    if (isAny(value)) {
      return subsets(FLAGS);
    }
    Set<String> flags =
        value.valueStream().map(flag -> flag.asString("")).collect(Collectors.toSet());
    if (!value.isArray() || !FLAGS.containsAll(flags)) {
      throw new BadField("flags " + value + ", expected some of " + FLAGS);
    }
    return List.of(flags);
  }

  private static List<Set<String>> subsets(List<String> all) {
    List<Set<String>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      Set<String> subset = new LinkedHashSet<>();
      for (int i = 0; i < all.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(all.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }
}
