package watertight.checker.smt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The proofs on the class path, and what looks for runs where a proof fails. */
public final class SmtScripts {
  /** The names of the proofs, in {@code specs/smt}. */
  static final List<String> PROOFS =
      List.of("charge", "charge-path", "pids", "hostcall", "hostcall-values", "sgx-access");

  /** The parts of the text about runs, in order. */
  static final List<String> RUNS = List.of("charge-steps", "charge-runs");

  private static final List<SmtScript> ALL =
      PROOFS.stream().map(name -> SmtScript.parse(name, text(name))).toList();

  private static final SmtScript RUN =
      SmtScript.parse(
          RUNS.getLast(), RUNS.stream().map(SmtScripts::text).collect(Collectors.joining()));

  private SmtScripts() {}

  /** The script that proves a claim. */
  public static Optional<SmtScript> proving(String claim) {
    return ALL.stream().filter(script -> script.claims().contains(claim)).findFirst();
  }

  /** What asks for runs that end in a breach. */
  static SmtScript runs() {
    return RUN;
  }

  /** The proof of this name. */
  public static SmtScript named(String name) {
    return ALL.stream().filter(script -> script.name().equals(name)).findFirst().orElseThrow();
  }

  /** All proofs. */
  static List<SmtScript> all() {
    return ALL;
  }

  private static String text(String name) {
    try (InputStream in = SmtScripts.class.getResourceAsStream("/specs/smt/" + name + ".smt2")) {
      if (in == null) {
        throw new IllegalStateException("no text " + name + ".smt2 on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
