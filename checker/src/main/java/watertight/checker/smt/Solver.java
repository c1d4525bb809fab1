package watertight.checker.smt;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import watertight.model.charge.ChargeGuards;

/** Z3, with the common part of a script read. For one thread. */
final class Solver implements AutoCloseable {
  /** Only questions are hurried: a push that Z3 gives up is an error. */
  private static final String NO_TIMEOUT = "(set-option :timeout 4294967295)";

  private static final int SMALL = 3;

  private final Session session = new Session();

  /** Reads what all obligations of a script share. */
  Solver(SmtScript script) {
    say("(set-option :smt.core.minimize true)");
    script.common().forEach(command -> say(command.text()));
  }

  /** Asks for an exception while these guards are away. */
  SmtAnswer ask(Obligation obligation, Set<String> away, Duration time) {
    say(NO_TIMEOUT);
    say("(push 1)");
    try {
      obligation.commands().forEach(command -> say(command.text()));
      say("(set-option :timeout " + Math.max(1, time.toMillis()) + ")");
      String answer = say("(check-sat-assuming (" + literals(obligation, away) + "))");
      return switch (answer) {
        case "unsat" -> new SmtAnswer.Proved(names(say("(get-unsat-assumptions)")));
        case "sat" -> new SmtAnswer.Exception(say("(get-model)"));
        default -> new SmtAnswer.Unknown(say("(get-info :reason-unknown)"));
      };
    } finally {
      say(NO_TIMEOUT);
      say("(pop 1)");
    }
  }

  /**
   * Asks for a run of exactly {@code length} steps with just these guards away, and takes what is
   * wanted from it. Where small numbers will do, it has small numbers.
   *
   * @return what {@code sat} made of the run; empty when there is none
   * @throws NotKnown when Z3 does not know
   */
  <T> Optional<T> run(
      Obligation breach, Set<String> away, int length, Duration time, Function<Valuation, T> sat) {
    Optional<T> any = run(breach, away, "(= length " + length + ")", time, sat);
    String small = "(and (= length " + length + ") (<= largest " + SMALL + "))";
    return any.isEmpty() ? any : run(breach, away, small, time, sat).or(() -> any);
  }

  private <T> Optional<T> run(
      Obligation breach, Set<String> away, String such, Duration time, Function<Valuation, T> sat) {
    List<String> guards = Arrays.stream(ChargeGuards.values()).map(ChargeGuards::id).toList();
    return find(breach, guards, away, such, time, sat);
  }

  /**
   * Asks for an exception of a certain kind while exactly these of all guards are away, and takes
   * what is wanted from it.
   *
   * @param all every guard of the text
   * @param such what else must be so, as a term
   * @return what {@code sat} made of the exception; empty when there is none
   * @throws NotKnown when Z3 does not know
   */
  <T> Optional<T> find(
      Obligation breach,
      List<String> all,
      Set<String> away,
      String such,
      Duration time,
      Function<Valuation, T> sat) {
    say(NO_TIMEOUT);
    say("(push 1)");
    try {
      all.forEach(guard -> say("(assert " + literal(guard, away) + ")"));
      say("(assert " + such + ")");
      breach.commands().forEach(command -> say(command.text()));
      say("(set-option :timeout " + Math.max(1, time.toMillis()) + ")");
      return switch (say("(check-sat)")) {
        case "unsat" -> Optional.empty();
        case "sat" -> Optional.of(sat.apply(term -> say("(eval " + term + ")")));
        default -> throw new NotKnown(say("(get-info :reason-unknown)"));
      };
    } finally {
      say(NO_TIMEOUT);
      say("(pop 1)");
    }
  }

  /** Z3 gave no answer. */
  static final class NotKnown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotKnown(String reason) {
      super(reason);
    }
  }

  private static String literal(String guard, Set<String> away) {
    return away.contains(guard) ? "(not " + guard + ")" : guard;
  }

  private static String literals(Obligation obligation, Set<String> away) {
    return obligation.guards().stream()
        .map(guard -> literal(guard, away))
        .collect(Collectors.joining(" "));
  }

  private static List<String> names(String core) {
    return Arrays.stream(core.replaceAll("\\(not ([^()]*)\\)", "").split("[\\s()]+"))
        .filter(name -> !name.isEmpty())
        .sorted()
        .toList();
  }

  private String say(String command) {
    return session.say(command);
  }

  @Override
  public void close() {
    session.close();
  }
}
