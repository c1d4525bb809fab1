package watertight.checker.smt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The proofs on the class path. */
final class SmtScripts {
  /** Their names, in {@code specs/smt}. */
  static final List<String> NAMES = List.of("charge", "charge-path", "pids");

  private static final List<SmtScript> ALL = NAMES.stream().map(SmtScripts::read).toList();

  private SmtScripts() {}

  /** The script that proves a claim. */
  static Optional<SmtScript> proving(String claim) {
    return ALL.stream().filter(script -> script.claims().contains(claim)).findFirst();
  }

  /** All scripts. */
  static List<SmtScript> all() {
    return ALL;
  }

  private static SmtScript read(String name) {
    try (InputStream in = SmtScripts.class.getResourceAsStream("/specs/smt/" + name + ".smt2")) {
      if (in == null) {
        throw new IllegalStateException("no proof " + name + ".smt2 on the class path");
      }
      return SmtScript.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
