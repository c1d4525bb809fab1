package watertight.checker.smt;

import com.microsoft.z3.Z3Exception;
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
  /** Only questions are hurried: a push that Z3 gives up would spoil all that follows. */
  private static final String NO_TIMEOUT = "(set-option :timeout 4294967295)";

  private static final int SMALL = 3;

  private final Z3 z3;

  /** Who is told commands, as a {@link Session} is. */
  interface Z3 extends AutoCloseable {
    String say(String command);

    @Override
    void close();
  }

  /** Reads what all obligations of a script share. */
  Solver(SmtScript script) {
    this(script, new Session());
  }

  Solver(SmtScript script, Z3 z3) {
    this.z3 = z3;
    say("(set-option :smt.core.minimize true)");
    script.common().forEach(command -> say(command.text()));
  }

  /** Asks for an exception while these guards are away. */
  SmtAnswer ask(Obligation obligation, Set<String> away, Duration time) {
    say("(push 1)");
    try {
      obligation.commands().forEach(command -> say(command.text()));
      say("(set-option :timeout " + Math.max(1, time.toMillis()) + ")");
      String answer = question("(check-sat-assuming (" + literals(obligation, away) + "))");
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
    say("(push 1)");
    try {
      all.forEach(guard -> say("(assert " + literal(guard, away) + ")"));
      say("(assert " + such + ")");
      breach.commands().forEach(command -> say(command.text()));
      say("(set-option :timeout " + Math.max(1, time.toMillis()) + ")");
      return switch (question("(check-sat)")) {
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

  /** A question for which the time was too short is now and then an error. */
  private String question(String command) {
    try {
      return say(command);
    } catch (Z3Exception e) {
      if (String.valueOf(e.getMessage()).contains("canceled")) {
        return "unknown";
      }
      throw e;
    }
  }

  private String say(String command) {
    return z3.say(command);
  }

  @Override
  public void close() {
    z3.close();
  }
}
