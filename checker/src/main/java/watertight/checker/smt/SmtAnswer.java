package watertight.checker.smt;

import java.util.List;

/** What Z3 says to an obligation. */
sealed interface SmtAnswer {
  /** There is no exception; the proof used these guards. */
  record Proved(List<String> guards) implements SmtAnswer {}

  /** There is one: what the names stand for in it, as Z3 prints it. */
  record Exception(String model) implements SmtAnswer {}

  /** Z3 does not know; why. */
  record Unknown(String reason) implements SmtAnswer {}
}
